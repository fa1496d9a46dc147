// Questions to the engine. It is opened with the first one, and anew after it could not be.
import { open } from "./engine.js"

export const PAUSE = 200 // ms without a key before it is searched
export const QUIET = 450 // ms without a key before the count is announced
export const base = new URL("../../", import.meta.url).href
let engine

const opened = () => {
  if (!engine) {
    const opening = open(base)
    engine = opening
    opening.catch(() => { if (engine === opening) engine = undefined })
  }
  return engine
}

// Begins to open the engine before there is a question; a failure shows with the first one.
export const warm = () => { opened().catch(() => {}) }

// Gives a function that answers only its newest question: null for one that is overtaken, even when it failed.
export const questions = () => {
  let newest = 0
  return async (text, options) => {
    newest += 1
    const turn = newest
    if (!text.trim()) return null
    try {
      const answer = await (await opened()).search(text, options)
      return turn === newest ? answer : null
    } catch (error) {
      if (turn === newest) throw error
      return null
    }
  }
}

// Whether an input event came from a key: what is pasted, dictated or chosen from suggestions comes whole.
export const typed = event => /^(insertText|insertCompositionText|delete)/.test(event.inputType ?? "")
