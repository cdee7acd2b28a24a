// An element that shows the plan in the fragment of the address, and follows it.

import { make } from "../element.js"
import { load } from "./plan.js"

export class OfPlan extends HTMLElement {
  data // what plans/builder.json holds
  #turn = 0

  async connectedCallback() {
    if (this.data) return
    try {
      this.data = await load()
    } catch {
      this.trouble("The plan could not be loaded. Try again in a moment.")
      return
    }
    addEventListener("hashchange", this.#again)
    await this.open()
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this.#again)
  }

  #again = () => this.open()

  trouble(words) {
    this.replaceChildren(make("p", { role: "alert" }, words))
  }

  // What a promise brings; null where the address has led elsewhere meanwhile, or it fails, which is
  // told: then nothing is to be shown.
  async awaited(promise) {
    const turn = ++this.#turn
    try {
      const found = await promise
      return turn === this.#turn ? found : null
    } catch {
      if (turn === this.#turn) this.trouble("A question could not be loaded. Try again in a moment.")
      return null
    }
  }
}
