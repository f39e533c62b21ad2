using GovBudget.Model.Pdf.Objects;

namespace GovBudget.Model.Pdf.Content;

/// <summary>The operands before an operator. Strings lie in one buffer that every operator reuses, so that reading text allocates nothing.</summary>
internal sealed class Operands
{
    private const int Most = 200_000;
    private readonly List<Item> _items = [];
    private readonly List<Item> _array = [];
    private byte[] _bytes = new byte[4096];
    private int _used;
    private bool _inArray;

    private enum Kind : byte
    {
        Number,
        Text,
        Name,
        Object,
    }

    /// <summary>Members of the last array.</summary>
    public int ArrayCount => _array.Count;

    public void Clear()
    {
        _items.Clear();
        _array.Clear();
        (_used, _inArray) = (0, false);
    }

    public void Add(double number) => Add(new Item(Kind.Number, number, 0, 0, null));

    public void Add(string name) => Add(new Item(Kind.Name, 0, 0, 0, name));

    public void Add(PdfObject value) => Add(new Item(Kind.Object, 0, 0, 0, value));

    public void Add(ReadOnlySpan<byte> text)
    {
        if (_used + text.Length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_used + text.Length, _bytes.Length * 2));
        text.CopyTo(_bytes.AsSpan(_used));
        Add(new Item(Kind.Text, 0, _used, text.Length, null));
        _used += text.Length;
    }

    public void BeginArray()
    {
        _array.Clear();
        _inArray = true;
    }

    public void EndArray() => _inArray = false;

    /// <summary>A number counted from the last operand (1); 0 where there is none.</summary>
    public double Number(int fromLast) => fromLast <= _items.Count && _items[^fromLast] is { Kind: Kind.Number, Number: var number } ? number : 0;

    public string? Name(int fromLast) => fromLast <= _items.Count && _items[^fromLast] is { Kind: Kind.Name, Value: string name } ? name : null;

    public PdfObject? Object(int fromLast) => fromLast <= _items.Count && _items[^fromLast] is { Kind: Kind.Object, Value: PdfObject value } ? value : null;

    /// <summary>A string counted from the last operand (1).</summary>
    public bool TryText(int fromLast, out ReadOnlySpan<byte> text)
    {
        text = default;
        if (fromLast > _items.Count || _items[^fromLast].Kind != Kind.Text) return false;
        text = _bytes.AsSpan(_items[^fromLast].Offset, _items[^fromLast].Length);
        return true;
    }

    /// <summary>A member of the last array: true and its bytes for a string; false and its value for a number (0 for anything else).</summary>
    public bool ArrayMember(int index, out ReadOnlySpan<byte> text, out double number)
    {
        var item = _array[index];
        text = default;
        number = item.Number;
        if (item.Kind != Kind.Text) return false;
        text = _bytes.AsSpan(item.Offset, item.Length);
        return true;
    }

    private void Add(in Item item)
    {
        var list = _inArray ? _array : _items;
        if (list.Count < Most) list.Add(item);
    }

    private readonly record struct Item(Kind Kind, double Number, int Offset, int Length, object? Value);
}
