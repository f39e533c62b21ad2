using System.Collections;

namespace GovBudget.Model;

/// <summary>The figures of one line, by column. A column printed <c>—</c> is there without an amount; a blank one is not there at all.</summary>
/// <remarks>Immutable; equal when the same columns hold equal amounts. <c>default</c> is a line without figures.</remarks>
public readonly struct Figures : IEquatable<Figures>, IReadOnlyCollection<KeyValuePair<string, Amount?>>
{
    private readonly KeyValuePair<string, Amount?>[]? _items;

    private Figures(KeyValuePair<string, Amount?>[] items) => _items = items;

    private KeyValuePair<string, Amount?>[] Items => _items ?? [];

    /// <summary>How many columns print something.</summary>
    public int Count => Items.Length;

    /// <summary>The amount in that column; null where it is blank or printed <c>—</c>.</summary>
    /// <param name="column">The column's canonical path.</param>
    public Amount? this[string column] => IndexOf(column) is var i and >= 0 ? Items[i].Value : null;

    /// <summary>The amount in that column; null where it is blank or printed <c>—</c>.</summary>
    /// <param name="column">The column.</param>
    public Amount? this[Column column] => this[column.Path];

    /// <summary>Whether the column prints <c>—</c> (not applicable).</summary>
    public bool IsDash(string column) => IndexOf(column) is var i and >= 0 && Items[i].Value is null;

    /// <summary>The same figures with that column blank (<c>null</c>) or holding that amount.</summary>
    public Figures With(Column column, Amount? amount)
    {
        ArgumentNullException.ThrowIfNull(column);
        return With(column.Path, amount);
    }

    /// <summary>The same figures with that column blank (<c>null</c>) or holding that amount.</summary>
    public Figures With(string column, Amount? amount) => amount is null ? Without(column) : Put(column, amount);

    /// <summary>The same figures with <c>—</c> in that column.</summary>
    public Figures WithDash(string column) => Put(column, null);

    /// <summary>The same figures with that column blank.</summary>
    public Figures Without(string column)
    {
        var at = IndexOf(column);
        return at < 0 ? this : new Figures([.. Items[..at], .. Items[(at + 1)..]]);
    }

    /// <summary>The same columns, each amount replaced.</summary>
    public Figures Select(Func<string, Amount, Amount> replace)
    {
        ArgumentNullException.ThrowIfNull(replace);
        return new Figures([.. Items.Select(p => p.Value is { } a ? KeyValuePair.Create(p.Key, (Amount?)replace(p.Key, a)) : p)]);
    }

    private Figures Put(string column, Amount? amount)
    {
        ArgumentException.ThrowIfNullOrEmpty(column);
        var items = Items;
        var at = IndexOf(column);
        var item = KeyValuePair.Create(column, amount);
        return at >= 0 ? new Figures([.. items[..at], item, .. items[(at + 1)..]]) : new Figures([.. items[..~at], item, .. items[~at..]]);
    }

    private int IndexOf(string column)
    {
        var items = Items;
        for (var i = 0; i < items.Length; i++)
        {
            var order = string.CompareOrdinal(items[i].Key, column);
            if (order == 0) return i;
            if (order > 0) return ~i;
        }
        return ~items.Length;
    }

    /// <inheritdoc/>
    public bool Equals(Figures other) => Items.AsSpan().SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Figures other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Items) hash.Add(item);
        return hash.ToHashCode();
    }

    /// <summary>Whether the same columns hold equal amounts.</summary>
    public static bool operator ==(Figures left, Figures right) => left.Equals(right);

    /// <summary>Whether some column differs.</summary>
    public static bool operator !=(Figures left, Figures right) => !left.Equals(right);

    /// <summary>The columns that print something, in ordinal order of their paths; null where they print <c>—</c>.</summary>
    public IEnumerator<KeyValuePair<string, Amount?>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, Amount?>>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>For people and debuggers: <c>合计 137.05 万元，基本支出 137.05 万元</c>.</summary>
    public override string ToString() => string.Join('，', Items.Select(f => $"{f.Key} {f.Value?.ToString() ?? "—"}"));
}
