"""The app's door: headers, frame and pages. Start it with `python -m streamlit run app.py`."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from app_pages.shared import language, parts
from app_pages.shared.frontend_words import FrontendWords
from app_pages.shared.headers import Headers
from text_analysis.errors import TextAnalysisError
from text_analysis.places import is_view_only
from text_analysis.present.translation import say

SHARED = Path(__file__).parent / "app_pages" / "shared"


def failed(error: Exception) -> bool:
    """Say in Swedish that something went wrong; True, so that Streamlit's own message is not shown."""
    parts.show_error(error if isinstance(error, TextAnalysisError) else parts.unexpected(error))
    return True


# The server imports this file for `app` and its headers; every click then runs it as a script.
app = st.App(__file__, middleware=[Middleware(Headers), Middleware(FrontendWords)], on_script_error=failed)


def main() -> None:
    """Frame, language and navigation; the chosen page does the rest."""
    st.set_page_config(page_title="Röda trådar", page_icon=str(SHARED / "icon.svg"), layout="wide")
    language.use_chosen()
    st.logo(str(SHARED / "thread.svg"), size="large")
    # A flat list: Streamlit's list with sections is not a list to a screen reader (WCAG 1.3.1).
    results = [
        st.Page("app_pages/start.py", title=say("Start"), default=True),
        st.Page("app_pages/oversikt.py", title=say("Översikt"), url_path="oversikt"),
        st.Page("app_pages/teman.py", title=say("Teman"), url_path="teman"),
        st.Page("app_pages/teman_index.py", title=say("Teman och index"), url_path="teman-index"),
        st.Page("app_pages/enheter.py", title=say("Enheter"), url_path="enheter"),
        st.Page("app_pages/chef.py", title=say("Chefens sida"), url_path="chef"),
        st.Page("app_pages/trend.py", title=say("Trend"), url_path="trend"),
    ]
    # These read comments and what people have decided of them, so a manager's app is without them.
    inner = [
        st.Page("app_pages/teman_redigera.py", title=say("Redigera teman"), url_path="redigera-teman"),
        st.Page("app_pages/granska.py", title=say("Granska"), url_path="granska"),
        st.Page("app_pages/las_in.py", title=say("Läs in"), url_path="las-in"),
    ]
    about = [
        st.Page("app_pages/kvalitet.py", title=say("Kvalitet och skydd"), url_path="kvalitet"),
        st.Page("app_pages/om.py", title=say("Om"), url_path="om"),
    ]
    page = st.navigation([*results, *([] if is_view_only() else inner), *about], expanded=True)
    language.switch()
    page.run()


if __name__ == "__main__":
    main()
