// A plan of interviews, in a browser: made by rule, held to the rules, kept in an address, and the
// letter that goes with it. No page is touched here.
//
// A plan: { role, level, interviews: [{ name, by, slots: [{ question or kind, minutes }] }],
// assistants }. macros/knowledge/planning.py makes the same plan by the same rule,
// rules/plan_arithmetic.py holds plans to the same limits, and papers.py writes the same letter.

export const LONGEST_ADDRESS = 2000 // characters of the fragment
export const LONGEST_NAME = 60
const MOST_SLOTS = 12
const KINDS = { o: "opening", c: "candidate-questions", s: "buffer" }
const SIGNS = Object.fromEntries(Object.entries(KINDS).map(([sign, kind]) => [kind, sign]))
const PARAMETERS = ["role", "level", "plan", "minutes", "talks", "interviews", "names", "by", "ai", "paper"]

const sum = numbers => numbers.reduce((all, one) => all + one, 0)
const has = (object, key) => Object.hasOwn(object, key)

export const minutesOf = interview => sum(interview.slots.map(slot => slot.minutes))
export const asked = interview => interview.slots.filter(slot => slot.question).map(slot => slot.question)
export const allAsked = plan => plan.interviews.flatMap(asked)
export const skillsOf = question => [...new Set(question.criteria.map(([, , skill]) => skill))]

export function ratedBy(data, ids) {
  return [...new Set(ids.flatMap(id => skillsOf(data.questions[id])))]
}

export function pairOf(data, role, level) {
  const found = data.roles.find(({ id }) => id === role)
  return { role: found, level: found?.levels.find(({ id }) => id === level) }
}

// ---- by rule

// The plan by the rule; null where the bank has too little. limits: all, the minutes together, and
// interviews, the most of them, where they are other than usual. without: ids not to be asked.
export function made(data, role, level, limits = {}, without = []) {
  const most = { ...data.limits, ...limits }
  const essential = new Set(pairOf(data, role, level).level.essential)
  const bank = Object.entries(data.questions)
    .map(([id, question]) => ({ id, ...question, rates: skillsOf(question) }))
    .filter(one => one.levels.includes(level) && !without.includes(one.id))
  const drafts = [], chosen = []
  const { opening, candidate, spare } = most
  const edges = opening + candidate + spare
  const taken = draft => edges + sum(draft.map(one => one.minutes))
  const gain = one => {
    const rated = new Set(chosen.flatMap(other => other.rates))
    return one.rates.filter(skill => essential.has(skill) && !rated.has(skill)).length
  }
  const rank = one => [-gain(one), chosen.some(({ kind }) => kind === one.kind) ? 1 : 0, one.minutes, one.id]
  const before = (a, b) => {
    const at = a.findIndex((value, n) => value !== b[n])
    return at >= 0 && a[at] < b[at]
  }
  const ranked = found => found.map(one => [rank(one), one]).sort(([a], [b]) => (before(a, b) ? -1 : 1)).map(([, one]) => one)
  const hasRoom = (draft, one) => {
    const longest = draft.length ? most.longest : most.longest + spare + Math.floor(candidate / 2)
    const skills = new Set([...draft, one].flatMap(other => other.rates))
    return taken(draft) + one.minutes <= longest && skills.size <= most.skills
  }
  const placed = one => {
    const open = drafts.find(draft => hasRoom(draft, one))
    if (open) {
      if (sum(drafts.map(taken)) + one.minutes > most.all) return false
      return open.push(one) > 0
    }
    const room = Math.min(edges + one.minutes, most.longest)
    const total = sum(drafts.map(draft => Math.min(taken(draft), most.longest)))
    if (drafts.length === most.interviews || total + room > most.all || !hasRoom([], one)) return false
    return drafts.push([one]) > 0
  }
  for (const kinds of [["behavioural"], data.work_samples]) {
    const one = ranked(bank.filter(other => kinds.includes(other.kind) && !chosen.includes(other))).find(placed)
    if (!one) return null
    chosen.push(one)
  }
  let left = bank.filter(one => !chosen.includes(one))
  for (let [one] = ranked(left); one && gain(one); [one] = ranked(left)) {
    left = left.filter(other => other !== one)
    if (placed(one)) chosen.push(one)
  }
  return { role, level, assistants: false, interviews: drafts.map(draft => interviewOf(data, draft)) }
}

function interviewOf(data, draft) {
  const { opening, candidate, spare, longest } = data.limits
  const time = sum(draft.map(one => one.minutes))
  const free = opening + time + candidate <= longest ? candidate : Math.floor(candidate / 2)
  const left = Math.min(spare, longest - opening - time - free)
  const slots = [
    { kind: "opening", minutes: opening },
    ...draft.map(one => ({ question: one.id, minutes: one.minutes })),
    { kind: "candidate-questions", minutes: free },
  ]
  if (left > 0) slots.push({ kind: "buffer", minutes: left })
  return { name: usualName(data, slots), by: "", slots }
}

// What a talk is called where nobody said: by the skill of its longest question.
export function usualName(data, slots) {
  const questions = slots.filter(slot => slot.question).map(slot => data.questions[slot.question])
  const longest = questions.reduce((first, next) => (first && first.minutes >= next.minutes ? first : next), null)
  return longest ? data.skills[longest.skill] : "Interview"
}

// A ready plan of the guide; null where there is none of this letter.
export function ready(data, role, level, letter = "a") {
  const { level: at } = pairOf(data, role, level)
  if (!at || !has(at.ready, letter)) return null
  const slot = ([what, minutes]) => (has(data.slots, what) ? { kind: what, minutes } : { question: what, minutes })
  const interviews = at.ready[letter].map(({ name, slots }) => ({ name, by: "", slots: slots.map(slot) }))
  return { role, level, assistants: false, interviews }
}

// ---- held to the rules

// What is wrong with a plan: [{ says, talk (its number from 0) or null }]. all: minutes together.
export function findings(data, plan, all = data.limits.all) {
  const { limits, questions } = data
  const found = [], seen = new Set()
  const tell = (says, talk = null) => found.push({ says, talk })
  const total = sum(plan.interviews.map(minutesOf))
  if (total > all) tell(`The interviews take ${total} minutes in all: at most ${all}.`)
  const kinds = new Set(allAsked(plan).map(id => questions[id].kind))
  if (!data.work_samples.some(kind => kinds.has(kind))) {
    const names = data.work_samples.map(kind => data.kinds[kind].label.toLowerCase()).join(", ")
    tell(`There is no work sample. Add a question of one of the kinds ${names}.`)
  }
  if (!kinds.has("behavioural")) tell("There is no behavioural question. Add one.")
  const free = sum(plan.interviews.flatMap(one => one.slots).filter(slot => slot.kind === "candidate-questions").map(slot => slot.minutes))
  if (free < limits.candidate_in_all) tell(`The candidate has ${free} minutes for questions: at least ${limits.candidate_in_all}.`)
  if (plan.interviews.length > limits.interviews) tell(`There are ${plan.interviews.length} interviews: at most ${limits.interviews}.`)
  plan.interviews.forEach((interview, talk) => {
    const minutes = minutesOf(interview)
    if (minutes > limits.longest) tell(`It takes ${minutes} minutes: at most ${limits.longest}.`, talk)
    for (const { question: id, minutes: slot } of interview.slots.filter(one => one.question)) {
      const question = questions[id]
      if (seen.has(id)) tell(`“${question.title}” is asked twice. Choose another.`, talk)
      seen.add(id)
      if (!question.levels.includes(plan.level)) tell(`“${question.title}” is not meant for this level.`, talk)
      if (slot < question.minutes) tell(`“${question.title}” takes ${question.minutes} minutes and has ${slot}.`, talk)
    }
    const skills = ratedBy(data, asked(interview))
    if (skills.length > limits.skills) tell(`It rates ${skills.length} skills: at most ${limits.skills} (${skills.map(id => data.skills[id]).join(", ")}).`, talk)
    if (!asked(interview).length) tell("It has no question.", talk)
  })
  return found
}

// [skill, the numbers (from 0) of the talks that rate it] for each essential skill of the level.
export function covered(data, plan) {
  const { level } = pairOf(data, plan.role, plan.level)
  const rated = plan.interviews.map(interview => ratedBy(data, asked(interview)))
  return level.essential.map(skill => [skill, rated.flatMap((skills, n) => (skills.includes(skill) ? [n] : []))])
}

// ---- kept in an address

const tidy = words => words.replace(/[;\p{C}]/gu, " ").replace(/\s+/g, " ").trim()

// The fragment, without #, that brings a plan back. more: what else it says, such as paper.
export function written(data, plan, more = {}) {
  const words = new URLSearchParams({ role: plan.role, level: plan.level })
  const slot = one => (one.question ? `${one.question}:${one.minutes}` : `${SIGNS[one.kind]}${one.minutes}`)
  words.set("interviews", plan.interviews.map(one => one.slots.map(slot).join(",")).join(";"))
  const names = plan.interviews.map(one => (tidy(one.name) === usualName(data, one.slots) ? "" : tidy(one.name)))
  if (names.some(Boolean)) words.set("names", names.join(";"))
  const by = plan.interviews.map(one => tidy(one.by))
  if (by.some(Boolean)) words.set("by", by.join(";"))
  if (plan.assistants) words.set("ai", "yes")
  for (const [key, value] of Object.entries(more)) if (value) words.set(key, value)
  return String(words).replace(/%2C/g, ",").replace(/%3B/g, ";").replace(/%3A/g, ":")
}

// What a fragment holds, and what had to be changed for it: { plan, notes, refused, limits, letter,
// paper }. Where it is refused, the plan is the ready one, and the notes say why. letter: which ready
// plan it is, "" where it is another. A fragment without "=" is a place on the page, and no plan.
export function read(data, fragment) {
  const notes = []
  const long = fragment.length > LONGEST_ADDRESS
  const words = new URLSearchParams(long || !fragment.includes("=") ? "" : fragment)
  const value = key => words.get(key)
  if (long) notes.push(`The address is ${fragment.length} characters long, and at most ${LONGEST_ADDRESS} are read. The ready plan is shown.`)
  for (const key of new Set(words.keys())) {
    if (!PARAMETERS.includes(key)) notes.push(`Left out, because the guide does not know it: “${cut(key)}”.`)
  }
  const role = known(data.roles.map(({ id }) => id), value("role"), "role", notes, data.former.role)
  const levels = data.roles.find(({ id }) => id === role).levels.map(({ id }) => id)
  const level = known(levels, value("level"), "level", notes)
  const limits = {
    all: number(value("minutes"), 20, data.limits.all, "minutes", notes),
    interviews: number(value("talks"), 1, data.limits.interviews, "talks", notes),
  }
  const usual = (letter = "a") => ready(data, role, level, letter) ?? made(data, role, level) ?? { role, level, interviews: [] }
  const found = (plan, letter, refused = false) => (
    { plan: { ...plan, assistants: value("ai") === "yes" }, notes, refused, limits, letter, paper: value("paper") ?? "" }
  )
  if (value("interviews") !== null) {
    const { interviews, wrong } = interviewsOf(data, value("interviews"), notes)
    if (wrong.length) {
      notes.unshift(`This plan cannot be opened, so the ready one is shown. ${wrong.join(" ")}`)
      return found(usual(), "a", true)
    }
    const names = (value("names") ?? "").split(";"), by = (value("by") ?? "").split(";")
    const named = interviews.map((slots, n) => ({
      name: tidy((names[n] ?? "").slice(0, LONGEST_NAME)) || usualName(data, slots),
      by: tidy((by[n] ?? "").slice(0, LONGEST_NAME)),
      slots,
    })).filter(({ slots }) => slots.length)
    const whole = !value("interviews").includes(":") && named.length // made without a question
    if (whole || named.some(one => asked(one).length)) return found({ role, level, interviews: named }, "")
    notes.push("Nothing of the plan is left, so the ready one is shown.")
    return found(usual(), "a")
  }
  if (value("minutes") !== null || value("talks") !== null) {
    const plan = made(data, role, level, limits)
    if (plan) return found(plan, "")
    notes.push("The question bank has no plan that is so short. The ready one is shown.")
    return found(usual(), "a")
  }
  const letter = value("plan") ?? "a"
  if (ready(data, role, level, letter)) return found(usual(letter), letter, long)
  if (letter !== "a") notes.push(`There is no plan “${cut(letter)}” for this level, so this is the first.`)
  return found(usual(), "a", long)
}

const cut = words => (words.length > 40 ? `${words.slice(0, 40)}…` : words)

function known(ids, value, kind, notes, former = {}) {
  if (value === null || ids.includes(value)) return value ?? ids[0]
  if (has(former, value)) {
    notes.push(`The ${kind} “${cut(value)}” is called “${former[value]}” now.`)
    return former[value]
  }
  notes.push(`The guide has no ${kind} “${cut(value)}”, so this is for “${ids[0]}”.`)
  return ids[0]
}

function number(value, least, most, name, notes) {
  if (value === null) return most
  if (/^\d{1,3}$/.test(value) && Number(value) >= least && Number(value) <= most) return Number(value)
  notes.push(`“${name}” goes from ${least} to ${most}, not “${cut(value)}”.`)
  return most
}

// The slots of each interview; wrong: what makes the whole unreadable.
function interviewsOf(data, given, notes) {
  const wrong = [], talks = given.split(";")
  if (talks.length > data.limits.interviews) wrong.push(`It has ${talks.length} interviews: at most ${data.limits.interviews}.`)
  const interviews = talks.map((talk, n) => {
    const tokens = talk.split(",").filter(Boolean)
    if (tokens.length > MOST_SLOTS) wrong.push(`Interview ${n + 1} has ${tokens.length} parts: at most ${MOST_SLOTS}.`)
    return tokens.flatMap(token => {
      const parts = token.match(/^(?:([ocs])|([a-z0-9-]{2,80}):)(\d+)$/)
      const minutes = parts ? Number(parts[3]) : 0
      if (!parts) wrong.push(`Interview ${n + 1}: “${cut(token)}” is no part of an interview.`)
      else if (minutes < 1 || minutes > data.limits.longest) wrong.push(`Interview ${n + 1}: “${cut(token)}” must have 1 to ${data.limits.longest} minutes.`)
      else if (parts[1]) return [{ kind: KINDS[parts[1]], minutes }]
      else return questionOf(data, parts[2], minutes, notes)
      return []
    })
  })
  return { interviews, wrong }
}

function questionOf(data, id, minutes, notes) {
  if (has(data.questions, id)) return [{ question: id, minutes }]
  if (has(data.former.question, id)) {
    const now = data.former.question[id]
    if (has(data.questions, now)) {
      notes.push(`A question has a new address since: “${data.questions[now].title}”.`)
      return [{ question: now, minutes }]
    }
  }
  if (has(data.retired, id)) notes.push(`“${data.retired[id][0]}” was retired on ${data.retired[id][1]} and is left out.`)
  else notes.push(`The guide has no question “${cut(id)}”, so it is left out.`)
  return []
}

// ---- the letter

const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, key) => values[key])

// [{ heading, lines, items, ahead }]: the letter to the candidates, in plain words.
export function letter(data, plan) {
  const texts = data.letter
  const { level } = pairOf(data, plan.role, plan.level)
  const ahead = allAsked(plan).filter(id => data.questions[id].ahead)
  const section = (heading, lines, items = [], ids = []) => ({ heading, lines, items, ahead: ids })
  const minutes = sum(plan.interviews.map(minutesOf))
  const many = plan.interviews.length === 1 ? texts.interviews[1] : fill(texts.interviews[2], { many: plan.interviews.length, minutes })
  const [bring, notes, tools, nothing] = texts.bring
  const found = [
    section("", [texts.greeting, fill(texts.opening, { title: level.title })]),
    section(texts.interviews[0], [many, texts.when, texts.calm], plan.interviews.map(one => talk(data, one))),
    section(texts.rated[0], [fill(texts.rated[1], { url: level.url }), texts.rated[2]]),
    section(bring, ahead.length ? [notes] : [notes, nothing], plan.interviews.flatMap(one => {
      const named = new Set(asked(one).flatMap(id => data.questions[id].tools))
      const listed = [...named].filter(tool => tool !== "notes" && !ASSISTANT.test(tool))
      return listed.length ? [fill(tools, { name: one.name, tools: listed.join(", ") })] : []
    })),
  ]
  if (ahead.length) {
    const [heading, one, more, rest] = texts.ahead
    found.push(section(heading, [ahead.length === 1 ? one : more, rest], [], ahead))
  }
  const [heading, none, part, rest, welcome] = texts.assistants
  const parts = plan.interviews.flatMap(one => {
    const allowed = asked(one).filter(id => allowsAssistant(data, data.questions[id], plan.assistants))
    return allowed.length ? [fill(part, { name: one.name, kinds: told(data, allowed) })] : []
  })
  found.push(section(heading, parts.length ? [rest, welcome] : [none, welcome], parts))
  for (const name of ["adjustments", "remote", "after"]) found.push(section(texts[name][0], texts[name].slice(1)))
  return found
}

const ASSISTANT = /\bassistant/i

export function allowsAssistant(data, question, assistants) {
  if (question.tools.length) return question.tools.some(tool => ASSISTANT.test(tool) && !tool.startsWith("no "))
  return assistants && !data.without_assistant.includes(question.kind)
}

const told = (data, ids) => [...new Set(ids.map(id => data.questions[id].kind))].map(kind => data.kinds[kind].told).join("; then ")

function talk(data, interview) {
  const free = sum(interview.slots.filter(slot => slot.kind === "candidate-questions").map(slot => slot.minutes))
  const said = fill(data.letter.interview, { name: interview.name, minutes: minutesOf(interview), kinds: told(data, asked(interview)) })
  return free ? `${said} ${fill(data.letter.yours, { minutes: free })}` : said
}

// ---- what a page needs to begin

const ROOT = new URL("../../", import.meta.url)

export async function load() {
  const answer = await fetch(new URL("../../plans/builder.json", import.meta.url))
  if (!answer.ok) throw new Error(`${answer.status}`)
  return answer.json()
}

// What the papers say of some questions, by id.
export async function sheets(ids) {
  const found = await Promise.all(ids.map(async id => {
    const answer = await fetch(new URL(`plans/sheets/${id}.json`, ROOT))
    if (!answer.ok) throw new Error(`${answer.status}`)
    return [id, await answer.json()]
  }))
  return Object.fromEntries(found)
}

export const address = path => new URL(path, ROOT).href
