"""BERTopic, in its light form: given points, our own clusters, and its c-TF-IDF for the words.

The only module that knows BERTopic. Everything is passed in; its defaults would ask the network for a
model, strip å ä ö (language "english") and cluster differently from seed to seed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from text_analysis.discover.words import WORD_PATTERN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from text_analysis.discover.clusters import Labels
    from text_analysis.discover.nearness import Points

N_WORDS: Final = 100  # words looked at per topic; few pass the floor of people


def topic_words(texts: Sequence[str], points: Points, labels: Labels) -> dict[int, tuple[str, ...]]:
    """The words of each topic by c-TF-IDF, most telling first.

    Parameters
    ----------
    texts : content words with a space between.
    points : the vectors of the texts, shape (n, n_dimensions).
    labels : the topic of each text, −1 for none.
    """
    from bertopic import BERTopic
    from bertopic.cluster import BaseCluster
    from bertopic.dimensionality import BaseDimensionalityReduction
    from bertopic.vectorizers import ClassTfidfTransformer
    from sklearn.feature_extraction.text import CountVectorizer

    if not any(label >= 0 and text for label, text in zip(labels, texts, strict=True)):
        return {}
    model = BERTopic(
        language="multilingual",  # "english" would strip å ä ö
        embedding_model=None,  # the points are given,
        umap_model=BaseDimensionalityReduction(),  # reduced already
        hdbscan_model=BaseCluster(),  # and clustered
        vectorizer_model=CountVectorizer(
            token_pattern=WORD_PATTERN, ngram_range=(1, 1), lowercase=True, min_df=1
        ),
        ctfidf_model=ClassTfidfTransformer(bm25_weighting=False, reduce_frequent_words=True),
        representation_model=None,
        top_n_words=N_WORDS,
        nr_topics=None,
        calculate_probabilities=False,
        verbose=False,
    )
    theirs, _ = model.fit_transform(list(texts), points, y=labels)
    names = dict(zip(labels.tolist(), theirs, strict=True))  # BERTopic numbers its topics by size
    return {
        ours: tuple(word for word, weight in model.get_topic(name) if word and weight > 0)
        for ours, name in names.items()
        if ours >= 0
    }
