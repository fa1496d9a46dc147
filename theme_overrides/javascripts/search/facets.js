// Results by province, year and kind: kept by a choice, and counted for each.

const yearsOf = directory => {
  const { years } = directory
  return number => {
    let found = ""
    for (const [year, first] of years) {
      if (first > number) break
      found = year
    }
    return found
  }
}

const add = (counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1)

// A choice of province, year and kind (each may be empty) among the documents of a directory. `facets`: kind and
// provinces of every document; they may be missing where only a year is chosen and nothing counted.
export const choiceAmong = (directory, { tinh, nam, loai }, facets) => {
  const year = yearsOf(directory)
  const province = directory.provinces.findIndex(([slug]) => slug === tinh)
  const kind = directory.kinds.findIndex(([key]) => key === loai)
  const inProvince = number => !tinh || facets.provinces[number].includes(province)
  const inYear = number => !nam || year(number) === nam
  const ofKind = number => !loai || facets.kinds[number] === kind
  const named = (counts, list) => [...counts].map(([place, count]) => [...list[place], count])
  const byCount = (a, b) => b[2] - a[2] || a[1].localeCompare(b[1], "vi")

  return {
    filtered: numbers => numbers.filter(number => inProvince(number) && inYear(number) && ofKind(number)),
    // {tinh, nam, loai}: [key, name, count] for every value that the documents have, each without a choice of its own.
    counted: numbers => {
      const counts = { tinh: new Map(), nam: new Map(), loai: new Map() }
      for (const number of numbers) {
        const [there, then, such] = [inProvince(number), inYear(number), ofKind(number)]
        if (then && such) facets.provinces[number].forEach(place => add(counts.tinh, place))
        if (there && such && year(number)) add(counts.nam, year(number))
        if (there && then) add(counts.loai, facets.kinds[number])
      }
      return {
        tinh: named(counts.tinh, directory.provinces).sort(byCount),
        nam: [...counts.nam].map(([key, count]) => [key, key, count]).sort((a, b) => b[0] - a[0]),
        loai: named(counts.loai, directory.kinds).sort(byCount),
      }
    },
  }
}
