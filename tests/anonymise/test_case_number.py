"""Numbers of cases."""

import pytest

FOUND = (
    ("Diarienummer KS 2024/00317 är min anmälan", "KS 2024/00317"),
    ("dnr 2024-00317", "2024-00317"),
    ("Dnr: VON 2024/88", "VON 2024/88"),
    ("ärendenr 2024-55821", "2024-55821"),
    ("mål nr T 1234-24", "T 1234-24"),
    ("supportärende INC0045512", "INC0045512"),
    ("avvikelse nr 2024-1182", "2024-1182"),
    ("Avvikelse AVV-23-55190 stängdes", "AVV-23-55190"),
    ("Ärende SN 2024/0871-12 har legat", "SN 2024/0871-12"),
    ("diariefört som KS2024/117", "KS2024/117"),
    ("ärende #44712", "44712"),
    ("SOC-2024-11873 har legat sedan i maj", "SOC-2024-11873"),
    ("Ärendet om min arbetsskada har nr 2024-118273 hos Försäkringskassan", "2024-118273"),
    ("Ärende AFA-2291876-03 rör min handskada", "AFA-2291876-03"),
    ("skadenummer A-774 103/24", "A-774 103/24"),
    ("Jag vill ha svar på avvikelse 2024:00917", "2024:00917"),
    ("Jag har väntat på beslut i ärende FK-88120-24 så länge", "FK-88120-24"),
    ("diarienr. BUN 2023:118", "BUN 2023:118"),
    ("Synergiärende 118273", "118273"),
    ("Synergi-nr 118273 ligger kvar", "118273"),
    ("arbetsskadeanmälan 2024-04-1183", "2024-04-1183"),
    ("polisanmälan 5000-K123456-24", "5000-K123456-24"),
    ("K-nummer K123456-24", "K123456-24"),
    ("Polisens K-nr 0201-K1234-24", "0201-K1234-24"),
    ("IVO 3.5.1-12345/2024", "3.5.1-12345/2024"),
    ("IVO dnr 3.4.1-12345/2024", "3.4.1-12345/2024"),
    ("ticket 44812", "44812"),
    ("Servicedesk SR 448121", "SR 448121"),
    ("IT-ärendet IT-44812 är från mars", "IT-44812"),
    ("mitt ärende i HR-portalen, 44812", "44812"),
    ("rehabärende R-2024-33", "R-2024-33"),
    ("försäkringsärende FA 123 456", "FA 123 456"),
    ("Kronofogden mål U-12345-24", "U-12345-24"),
    ("ärende hos verket, beteckning 2025/014477, väntar", "2025/014477"),
)
LEFT = (
    "ärendet har legat i 46 dagar",
    "Faktura 4711-2025",
    "AFS 2015:4",
    "HSLF-FS 2017:37",
    "åren 2021-2025",
    *(
        "Avtal 2024-2027 är klart.",
        "SFS 2018:218 gäller.",
        "Prop. 2023/24:100 säger annat.",
        "Lagen (2018:218) gäller.",
        "AFS 2015:4 ska följas.",
        "4 kap. 1 § socialtjänstlagen.",
        "HSLF-FS 2017:37 om läkemedel.",
        "ISO 9001:2015 är infört.",
        "Avtalet HÖK 24 är klart.",
        "Ärendet tog 45 dagar.",
        "Avvikelser 2024 var 118.",
        "I ärenden 2023 fick vi inget svar.",
        "Ärende tar 12 veckor.",
        "Rapporten 2024 är klar.",
        "Avvikelse 3 gånger om dagen.",
        "Case management är bra.",
        "Synergi mellan enheterna saknas.",
        "Synergi är krångligt.",
        "Målet 2024-25 är nått.",
        "Målet 2024 är 4,5 procent.",
        "Mål 1-4 i verksamhetsplanen.",
        "mål 3 nås inte",
    ),
)


@pytest.mark.parametrize(("text", "number"), FOUND, ids=[text for text, _ in FOUND])
def test_masks_case_numbers(text, number, found):
    """A number that leads to a case in an open register is masked."""
    assert found(text) == [(number, "ID")]


@pytest.mark.parametrize("text", LEFT)
def test_leaves_other_numbers(text, found):
    """Days, invoices, laws and years are no cases."""
    assert found(text) == []
