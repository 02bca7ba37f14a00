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
)
LEFT = (
    "ärendet har legat i 46 dagar",
    "Faktura 4711-2025",
    "AFS 2015:4",
    "HSLF-FS 2017:37",
    "åren 2021-2025",
)


@pytest.mark.parametrize(("text", "number"), FOUND, ids=[text for text, _ in FOUND])
def test_masks_case_numbers(text, number, found):
    """A number that leads to a case in an open register is masked."""
    assert found(text) == [(number, "ID")]


@pytest.mark.parametrize("text", LEFT)
def test_leaves_other_numbers(text, found):
    """Days, invoices, laws and years are no cases."""
    assert found(text) == []
