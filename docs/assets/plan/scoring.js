// The arithmetic of scoring, and its files. The rule is that of docs/method.md#combining; no page is
// touched here.
//
// A rater: { name, finished, hints: { question: [numbers from 1] }, ratings: { "question/criterion":
// { first, rating, note } } }. first is kept when the rater has finished; rating may change after.

import { asked, pairOf, written } from "./plan.js"

export const BAR = 3
export const BALANCED = 2.5 // one essential skill may stand between this and the bar
export const LONGEST = { name: 60, note: 2000, file: 1_000_000 }
const DIFFERENCE = 2
const FORMAT = "backend-role-guide/scores/1"
const COLUMNS = ["role", "level", "candidate", "rater", "interview", "question", "criterion", "first", "rating", "hints", "note"]
const NEARLY = 1e-9 // thirds do not add up exactly

const has = (object, key) => Object.hasOwn(object, key)
const mean = numbers => numbers.reduce((all, one) => all + one, 0) / numbers.length

// Every criterion of a plan in order: [{ talk, question, criterion, label, skill, key }].
export function criteria(data, plan) {
  return plan.interviews.flatMap(talk => asked(talk).flatMap(question => (
    data.questions[question].criteria.map(([criterion, label, skill]) => (
      { talk: talk.name, question, criterion, label, skill, key: `${question}/${criterion}` }))
  )))
}

// The highest rating that is left for a criterion after some hints; 4 without them.
export function cap(data, level, question, criterion, hints = []) {
  const caps = hints.map(n => data.questions[question].caps[n - 1]?.[criterion]?.[level]).filter(Number.isInteger)
  return Math.min(4, ...caps)
}

// The ratings of all, combined: { criteria, skills, unrated, below, balanced, verdict }.
// A criterion is the mean of those who rated it, each capped by the hints that they gave; a skill is
// the mean of its criteria. verdict: "reached", "balanced" (one essential skill from 2.5 to the bar),
// "below", or "" where no essential skill was rated.
export function combined(data, plan, raters) {
  const { level } = pairOf(data, plan.role, plan.level)
  const found = criteria(data, plan).map(one => {
    const by = raters.filter(({ ratings }) => ratings[one.key]?.rating).map(({ name, hints, ratings }) => {
      const { first, rating, note } = ratings[one.key]
      const most = cap(data, plan.level, one.question, one.criterion, hints[one.question])
      return { name, first, rating, note, counts: Math.min(rating, most) }
    })
    const counts = by.map(entry => entry.counts)
    return { ...one, by, average: by.length ? mean(counts) : null, differs: by.length > 1 && Math.max(...counts) - Math.min(...counts) >= DIFFERENCE }
  })
  const ids = [...new Set(found.map(({ skill }) => skill))]
  const skills = ids.map(id => {
    const averages = found.filter(one => one.skill === id && one.average !== null).map(one => one.average)
    return { id, essential: level.essential.includes(id), average: averages.length ? mean(averages) : null }
  })
  const rated = skills.filter(one => one.essential && one.average !== null)
  const under = rated.filter(one => one.average < BAR - NEARLY)
  const near = under.filter(one => one.average >= BALANCED - NEARLY)
  const verdict = !rated.length ? "" : !under.length ? "reached" : under.length === 1 && near.length ? "balanced" : "below"
  const unrated = level.essential.filter(id => !rated.some(one => one.id === id))
  return { criteria: found, skills, under, unrated, verdict }
}

export function finish(rater) {
  rater.finished = true
  for (const entry of Object.values(rater.ratings)) entry.first ??= entry.rating
}

// ---- out

// A spreadsheet takes what begins so for a formula: https://owasp.org/www-community/attacks/CSV_Injection
const FORMULA = /^'?[=+\-@\t\r]/
const bare = words => (words[0] === "'" && FORMULA.test(words.slice(1)) ? words.slice(1) : words)
const cell = value => {
  const words = FORMULA.test(`${value}`) ? `'${value}` : `${value}`
  return /[",\n\r]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words
}

export function toCSV(data, plan, { candidate, raters }) {
  const rows = raters.flatMap(({ name, hints, ratings }) => criteria(data, plan).filter(({ key }) => ratings[key]).map(one => {
    const { first, rating, note } = ratings[one.key]
    return [plan.role, plan.level, candidate, name, one.talk, one.question, one.criterion, first ?? "", rating ?? "", (hints[one.question] ?? []).join(" "), note]
  }))
  return [COLUMNS, ...rows].map(row => row.map(cell).join(",")).join("\r\n") + "\r\n"
}

const slots = (data, plan) => new URLSearchParams(written(data, plan)).get("interviews")

// One rating a line, so that a problem in it has a line of its own.
export function toJSON(data, plan, { candidate, raters, reason = "" }) {
  const said = value => JSON.stringify(value)
  const order = criteria(data, plan).map(({ key }) => key)
  const rater = ({ name, finished, hints, ratings }) => {
    const lines = order.filter(key => ratings[key]).map(key => {
      const [question, criterion] = key.split("/")
      const { first, rating, note } = ratings[key]
      return `        ${said({ question, criterion, first, rating, note })}`
    })
    return `    {\n      "name": ${said(name)}, "finished": ${finished}, "hints": ${said(hints)},\n      "ratings": [\n${lines.join(",\n")}\n      ]\n    }`
  }
  const head = { format: FORMAT, role: plan.role, level: plan.level, interviews: slots(data, plan), candidate, reason }
  const lines = Object.entries(head).map(([key, value]) => `  ${said(key)}: ${said(value)},`)
  return `{\n${lines.join("\n")}\n  "raters": [\n${raters.map(rater).join(",\n")}\n  ]\n}\n`
}

// ---- in

// A file of scores: { candidate, reason, raters }, or { problems } with the line of each, and then
// nothing of it is to be taken. here: the scores that are there already, which nothing overwrites.
export function read(data, plan, text, here) {
  if (text.length > LONGEST.file) return { problems: ["Line 1: the file is too large for scores."] }
  const found = /^\s*\{/.test(text) ? fromJSON(text) : fromCSV(text)
  if (found.problems.length) return found
  const problems = checked(data, plan, found, here)
  if (problems.length) return { problems: [...new Set(problems)] }
  const raters = found.raters.map(({ name, finished, hints, ratings }) => ({
    name, finished, hints: Object.fromEntries(Object.entries(hints)),
    ratings: Object.fromEntries(ratings.map(({ question, criterion, first, rating, note }) => [`${question}/${criterion}`, { first, rating, note }])),
  }))
  return { candidate: found.candidate, reason: found.reason, raters, problems: [] }
}

// Both forms come out as { candidate, reason, role, level, interviews, lines, raters: [{ name, line,
// finished, hints, ratings: [{ question, criterion, first, rating, note, line }] }], problems }.
function fromJSON(text) {
  const refused = (says, line = 1) => ({ problems: [`Line ${line}: ${says}`] })
  let value
  try {
    value = JSON.parse(text)
  } catch (error) {
    const [, line] = error.message.match(/line (\d+)/) ?? []
    const [, position] = error.message.match(/position (\d+)/) ?? []
    const at = line ?? (position ? text.slice(0, position).split("\n").length : text.split("\n").length)
    return refused("this is not whole JSON.", at)
  }
  const lineOf = (key, n) => {
    const at = [...text.matchAll(new RegExp(`(?<!\\\\)"${key}"\\s*:`, "g"))][n]?.index ?? 0
    return text.slice(0, at).split("\n").length
  }
  if (value?.format !== FORMAT) return refused(`the \`format\` must be “${FORMAT}”.`, lineOf("format", 0))
  const raters = [], problems = []
  let count = 0
  for (const [n, rater] of (Array.isArray(value.raters) ? value.raters : []).entries()) {
    const line = lineOf("name", n)
    const hints = rater?.hints && typeof rater.hints === "object" ? rater.hints : {}
    const ratings = Array.isArray(rater?.ratings) ? rater.ratings : []
    if (!Array.isArray(rater?.ratings)) problems.push(`Line ${line}: a rater without \`ratings\`.`)
    raters.push({
      name: rater?.name, line, finished: rater?.finished === true, hints,
      ratings: ratings.map(one => ({ first: null, rating: null, note: "", ...one, line: lineOf("criterion", count++) })),
    })
  }
  if (!raters.length) problems.push(`Line ${lineOf("raters", 0)}: no rater.`)
  const { candidate = "", reason = "", role, level, interviews } = value
  return { candidate, reason, role, level, interviews, lines: Object.fromEntries(["candidate", "role", "level", "interviews"].map(key => [key, lineOf(key, 0)])), raters, problems }
}

function fromCSV(text) {
  const { rows, broken } = table(text)
  const [head, ...body] = rows
  const problems = broken ? [`Line ${broken}: a quotation mark is not closed.`] : []
  if (!head || head.cells.join() !== COLUMNS.join()) {
    return { problems: [`Line 1: the columns must be ${COLUMNS.join(",")}.`] }
  }
  if (!body.length) problems.push("Line 2: there is no rating.")
  const raters = [], first = body[0]?.cells ?? []
  for (const { cells, line } of body) {
    if (cells.length !== COLUMNS.length) {
      problems.push(`Line ${line}: ${cells.length} cells, and ${COLUMNS.length} are wanted.`)
      continue
    }
    const row = Object.fromEntries(COLUMNS.map((name, n) => [name, bare(cells[n])]))
    for (const name of ["role", "level", "candidate"]) {
      if (cells[COLUMNS.indexOf(name)] !== first[COLUMNS.indexOf(name)]) problems.push(`Line ${line}: another ${name} than in line ${body[0].line}.`)
    }
    let rater = raters.find(({ name }) => name === row.rater)
    if (!rater) raters.push((rater = { name: row.rater, line, finished: false, hints: Object.create(null), ratings: [] }))
    const whole = words => (/^\d+$/.test(words) ? Number(words) : words === "" ? null : words)
    const hints = row.hints.split(" ").filter(Boolean).map(whole)
    if (has(rater.hints, row.question) && rater.hints[row.question].join() !== hints.join()) problems.push(`Line ${line}: other hints for “${row.question}” than before.`)
    rater.hints[row.question] = hints
    if (row.first !== "") rater.finished = true
    rater.ratings.push({ question: row.question, criterion: row.criterion, first: whole(row.first), rating: whole(row.rating), note: row.note, line })
  }
  const at = name => bare(first[COLUMNS.indexOf(name)] ?? "")
  const lines = Object.fromEntries(["role", "level", "candidate"].map(name => [name, body[0]?.line ?? 1]))
  return { candidate: at("candidate"), reason: "", role: at("role"), level: at("level"), lines, raters, problems }
}

// The rows of a table with the line on which each begins; broken: where a quotation is not closed.
// https://www.rfc-editor.org/rfc/rfc4180
function table(text) {
  const rows = []
  let cells = [], words = "", quoted = false, line = 1, begun = 1, opened = 0
  const end = () => {
    cells.push(words)
    if (cells.length > 1 || cells[0]) rows.push({ cells, line: begun })
    cells = []
    words = ""
  }
  const source = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n")
  for (let n = 0; n < source.length; n++) {
    const sign = source[n]
    if (sign === "\n") line++
    if (quoted) {
      if (sign !== '"') words += sign
      else if (source[n + 1] === '"') words += source[++n]
      else quoted = false
    } else if (sign === '"' && !words) {
      quoted = true
      opened = line
    } else if (sign === ",") {
      cells.push(words)
      words = ""
    } else if (sign === "\n") {
      end()
      begun = line
    } else words += sign
  }
  if (words || cells.length) end()
  return { rows, broken: quoted ? opened : 0 }
}

function checked(data, plan, found, here) {
  const problems = []
  const tell = (line, says) => problems.push(`Line ${line}: ${says}`)
  const short = words => (`${words}`.length > 40 ? `${`${words}`.slice(0, 40)}…` : `${words}`)
  const text = (value, most) => typeof value === "string" && value.length <= most
  for (const name of ["role", "level"]) {
    if (found[name] !== plan[name]) tell(found.lines[name], `it is for the ${name} “${short(found[name])}”, and this plan for “${plan[name]}”.`)
  }
  if (found.interviews !== undefined && found.interviews !== slots(data, plan)) tell(found.lines.interviews, "it was scored with another plan. Open that plan first.")
  if (!text(found.candidate, LONGEST.name)) tell(found.lines.candidate, `the candidate must be at most ${LONGEST.name} characters.`)
  else if (here.candidate && found.candidate !== here.candidate) tell(found.lines.candidate, `it is for “${short(found.candidate)}”, and here is “${short(here.candidate)}”.`)
  const known = new Set(criteria(data, plan).map(({ key }) => key))
  const names = new Set(here.raters.map(({ name }) => name))
  for (const { name, line, hints, ratings } of found.raters) {
    if (!text(name, LONGEST.name) || !name.trim()) tell(line, `a rater needs a name of at most ${LONGEST.name} characters.`)
    else if (names.has(name)) tell(line, `“${short(name)}” is here already. Remove these ratings first, if they are to be replaced.`)
    names.add(name)
    for (const [question, numbers] of Object.entries(hints)) {
      const many = has(data.questions, question) ? data.questions[question].caps.length : 0
      const right = Array.isArray(numbers) && numbers.every(n => Number.isInteger(n) && n >= 1 && n <= many)
      if (!right) tell(ratings.find(one => one.question === question)?.line ?? line, `“${short(question)}” has ${many} hints, so not “${short(numbers)}”.`)
    }
    const seen = new Set()
    for (const { question, criterion, first, rating, note, line: at } of ratings) {
      const key = `${question}/${criterion}`
      if (!known.has(key)) tell(at, `this plan has no criterion “${short(criterion)}” in “${short(question)}”.`)
      if (seen.has(key)) tell(at, `“${short(criterion)}” is rated twice.`)
      seen.add(key)
      for (const value of [first, rating]) if (value !== null && ![1, 2, 3, 4].includes(value)) tell(at, `a rating is 1, 2, 3 or 4, not “${short(value)}”.`)
      if (first !== null && rating === null) tell(at, "there is a first rating and no rating.")
      if (!text(note, LONGEST.note)) tell(at, `a note is at most ${LONGEST.note} characters.`)
    }
  }
  return problems
}
