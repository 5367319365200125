/** An agreement on paper, in the language of Typst. All that it is filled with is text: nothing of it is read as markup. */
export const agreementTemplate = `
#let d = json(bytes(sys.inputs.data))
#let lines(words) = for line in words.split("\n") { if line.trim() != "" { par(line) } }
#set document(title: d.title + " (" + d.reference + ")", author: (d.provider, d.recipient), date: none)
#set page(
  paper: "a4",
  margin: (x: 24mm, top: 24mm, bottom: 28mm),
  footer: context [
    #set text(size: 9pt)
    #d.reference, version #d.version #h(1fr) #counter(page).display("1 of 1", both: true)
  ],
)
#set text(size: 11pt, lang: "en", region: "GB")
#set par(leading: 0.7em, spacing: 0.9em)
#set table(stroke: 0.5pt + rgb("#8a8678"), inset: 6pt)
#show table.cell.where(y: 0): strong
#show heading.where(level: 1): set text(size: 20pt)
#show heading.where(level: 2): it => { v(8pt); text(size: 14pt, it) }
#show heading.where(level: 3): set text(size: 11pt)
#show heading: set block(below: 0.7em)

= #d.title

#text(weight: "bold", d.state)

#if d.note != "" { lines(d.note) }

== Parties and dates

#table(
  columns: (40mm, 1fr),
  table.header[What][Agreed],
  ..for one in d.facts { (one.label, one.value) },
)

== Data

#for dataset in d.datasets {
  heading(level: 3, dataset.title)
  if dataset.rows != "" { par(dataset.rows) }
  if dataset.columns.len() == 0 {
    par("The whole dataset.")
  } else {
    table(
      columns: (1fr, 1fr),
      table.header[Column][Form in which it is given],
      ..for column in dataset.columns { (column.name, column.form) },
    )
  }
}

== Terms

#for clause in d.clauses {
  heading(level: 3, str(clause.number) + ". " + clause.heading)
  lines(clause.text)
}

== Signatures

#if d.signatures.len() == 0 {
  par("Nobody has signed.")
} else {
  table(
    columns: (1fr, 1fr, 1fr),
    table.header[For][Signed by][On],
    ..for one in d.signatures { (one.party, one.by, one.at) },
  )
}

#if d.hash != "" {
  par("What was signed is the fingerprint of the terms: SHA-256 of their canonical JSON (RFC 8785).")
  text(size: 9pt, font: "DejaVu Sans Mono", d.hash)
}
`;
