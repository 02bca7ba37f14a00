"""Om: what the product does and does not, its limits, measured quality and the certificate of the run."""

import streamlit as st

from app_pages.shared import figures, parts
from text_analysis.codebook import load_codebook
from text_analysis.present import about, quality
from text_analysis.present.translation import say, spoken

METHOD = (
    ("Läser", "filen från enkätverktyget. Rader som inte kan användas räknas och redovisas med skäl."),
    ("Avidentifierar", "fritextsvaren: namn, telefonnummer, e-post, personnummer och liknande tas bort innan "
     "något annat sker. Svar som ändå kan peka ut någon läggs undan tills en människa har sett dem."),
    ("Kodar", "varje svar i ett eller flera teman ur en fast kodbok, med hållning: kritik, förslag, beröm "
     "eller utan värdering."),
    ("Räknar", "personer, inte rader, och ställer teman bredvid eNPS och index. Ett tema hänger ihop med ett "
     "lågt värde; undersökningen kan inte säga att det orsakar det."),
    ("Skyddar", "små grupper. Varje siffra och citat prövas en gång, och allt du ser har godkänts där."),
)  # fmt: skip

parts.heading(say("Om Röda trådar"), say("Så går det till, vad som skyddas och hur säkra siffrorna är."))
st.header(say("Så går det till"), anchor=False)
figures.steps([(say(verb), say(what)) for verb, what in METHOD])
st.header(say("Det här kan det inte"), anchor=False)
st.markdown(
    say(
        "Kodningen görs av en modell som ibland tar fel; se kvaliteten nedan. Ironi och mycket korta svar "
        "är svårast. Avidentifieringen missar ibland ovanliga namn och tilltal, därför citeras bara svar där "
        "inget tyder på det. Siffrorna gäller dem som svarade, och temana dem som dessutom skrev något."
    )
)
if spoken() == "en":
    parts.note(
        "Comments, questions, names and columns stand as they were given. The coder's card, the audit of the "
        "protection and the exact words of an error are in Swedish."
    )
st.header(say("Temana"), anchor=False)
parts.note(
    say(
        "Kodbok version {version}. Samma teman i varje mätning, så att de går att jämföra.",
        version=str(load_codebook().version),
    )
)
figures.as_table(
    lambda: about.codebook_table(load_codebook()), say("Kodbokens teman"), label=say("Visa kodboken")
)
st.header(say("Hur bra är kodningen?"), anchor=False)
card = quality.model_card()
if card:
    st.markdown(card)
else:
    parts.note(say("Modellkortet med uppmätt kvalitet saknas i den här installationen."))
figures.as_table(quality.coder_table, say("Kodaren"), label=say("Visa vad kodaren är gjord av"))
