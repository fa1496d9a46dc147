// The words of a text as search compares them; generator/output/search/words.py does the same, and tests hold them together.
const WORD = /\p{Nd}+|[\p{L}\p{Nl}\p{No}]+/gu
const LETTER = /[\p{L}\p{M}]/u
const SHORT = /^[0-9]{1,2}$/
const FOUR = /^[0-9]{4}$/
const [DAY, MONTH, YEAR, QUARTER] = [["ngày", "ngay"], ["tháng", "thang"], ["năm", "nam"], ["quý", "quy"]]
// Việt Nam, Hà Nam, Quảng Nam, miền Nam … without diacritics: not the word for year.
export const BEFORE_NAM = ["viet", "ha", "quang", "mien", "phia", "dong", "tay"]
const QUARTERS = new Map([["i", "1"], ["ii", "2"], ["iii", "3"], ["iv", "4"]])
const LAST_MARKED = /(oa|oe|uy)([\u0300\u0301\u0303\u0309\u0323])/g

// „hoà" → „hòa", „thuý" → „thúy", but „quý" and „toàn" as they are.
const oneTonePlacement = text =>
  text.normalize("NFD").replace(LAST_MARKED, (all, vowels, tone, at, whole) => {
    const open = !LETTER.test(whole.charAt(at + all.length))
    return open && whole.charAt(at - 1) !== "q" ? vowels[0] + tone + vowels[1] : all
  }).normalize("NFC")

// A word of `words` without its diacritics, đ as d.
export const bare = word => word.normalize("NFD").replace(/\p{Mn}/gu, "").replace(/[đĐ]/g, "d").toLowerCase()

// Whether a date goes without the word.
const goesWithout = (word, before, after, nextAfter) => {
  if (YEAR.includes(word)) return FOUR.test(after) && !(word === "nam" && BEFORE_NAM.includes(bare(before)))
  if (MONTH.includes(word)) return SHORT.test(before) && SHORT.test(after)
  return DAY.includes(word) && SHORT.test(after) && (SHORT.test(nextAfter) || MONTH.includes(nextAfter))
}

// „ngày 06 tháng 01 năm 2022" as „6/1/2022", „quý III năm 2022" as „quý 3/2022", „DTI năm 2022" as „DTI 2022".
const plainDates = found => {
  const plain = []
  found.forEach((word, place) => {
    const before = plain[plain.length - 1] ?? ""
    if (goesWithout(word, before, found[place + 1] ?? "", found[place + 2] ?? "")) return
    const quarter = QUARTER.includes(before) ? QUARTERS.get(word) : undefined
    plain.push(quarter ?? (SHORT.test(word) ? String(Number(word)) : word))
  })
  return plain
}

// Its words, accented: NFC, lower case, one tone placement, digits apart from letters, dates as 10/10/2022 has them.
export const words = text => {
  const found = oneTonePlacement(text.normalize("NFC").toLowerCase()).match(WORD) ?? []
  return found.some(word => word[0] <= "9") ? plainDates(found) : found
}
