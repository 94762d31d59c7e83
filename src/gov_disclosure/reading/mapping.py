"""A mapping that cannot be changed, can be hashed and pickled, and keeps its order."""

from collections.abc import ItemsView, Iterable, Iterator, Mapping, ValuesView
from typing import Any, TypeVar

__all__ = ["FrozenMapping"]

K = TypeVar("K")
V_co = TypeVar("V_co", covariant=True)


class FrozenMapping(Mapping[K, V_co]):
    """An immutable mapping in the order it was given."""

    __slots__ = ("_items",)
    _items: dict[K, V_co]

    def __init__(self, items: "Mapping[K, V_co] | Iterable[tuple[K, V_co]]" = ()) -> None:
        object.__setattr__(self, "_items", dict(items))

    def __getitem__(self, key: K) -> V_co:
        return self._items[key]

    # Mapping's own would raise and catch for every key that is not there
    def get(self, key: Any, default: Any = None) -> Any:
        """The value at a key, or the default."""
        return self._items.get(key, default)

    # nor do Mapping's own views come near a dict's
    def items(self) -> ItemsView[K, V_co]:
        """The keys with their values, in order."""
        return self._items.items()

    def values(self) -> ValuesView[V_co]:
        """The values, in order."""
        return self._items.values()

    def __contains__(self, key: object) -> bool:
        return key in self._items

    def __iter__(self) -> Iterator[K]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} cannot be changed")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} cannot be changed")

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))  # equality asks for no order either

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._items!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (tuple(self._items.items()),))
