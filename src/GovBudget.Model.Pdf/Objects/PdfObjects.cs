using System.Text;

namespace GovBudget.Model.Pdf.Objects;

/// <summary>A PDF object. Whoever reads a member of an array or dictionary gets it resolved: references never leave this layer.</summary>
internal abstract class PdfObject
{
    /// <summary>The object itself, or what a reference points to (<see cref="PdfNull"/> where it points nowhere).</summary>
    public virtual PdfObject Resolve() => this;
}

internal sealed class PdfNull : PdfObject
{
    public static readonly PdfNull Value = new();
}

internal sealed class PdfBoolean(bool value) : PdfObject
{
    public static readonly PdfBoolean True = new(true);
    public static readonly PdfBoolean False = new(false);

    public bool Value { get; } = value;
}

internal sealed class PdfNumber(double value) : PdfObject
{
    private static readonly PdfNumber[] s_small = CreateSmall();

    public double Value { get; } = value;

    /// <summary>The number; whole numbers that fill font width arrays are shared.</summary>
    public static PdfNumber Of(double value) =>
        value >= 0 && value < s_small.Length && value == Math.Floor(value) ? s_small[(int)value] : new PdfNumber(value);

    private static PdfNumber[] CreateSmall()
    {
        var all = new PdfNumber[1025];
        for (int i = 0; i < all.Length; i++) all[i] = new PdfNumber(i);
        return all;
    }
}

internal sealed class PdfName(string value) : PdfObject
{
    /// <summary>The name's bytes as Latin-1 characters, escapes resolved.</summary>
    public string Value { get; } = value;
}

internal sealed class PdfString(byte[] bytes) : PdfObject
{
    public byte[] Bytes { get; } = bytes;

    /// <summary>The string as text: UTF-16 or UTF-8 where marked so, else Latin-1.</summary>
    public string Text => PdfText.Decode(Bytes);
}

internal sealed class PdfReference(PdfObjectStore store, int number) : PdfObject
{
    public int Number { get; } = number;

    public override PdfObject Resolve() => store.Load(Number);
}

internal sealed class PdfArray(List<PdfObject> items) : PdfObject
{
    public int Count => items.Count;

    public PdfObject this[int index] => items[index].Resolve();

    /// <summary>The member as it stands in the file, perhaps a reference.</summary>
    public PdfObject Raw(int index) => items[index];

    /// <summary>The number at an index, or a substitute.</summary>
    public double Number(int index, double otherwise = 0) => index < items.Count && this[index] is PdfNumber n ? n.Value : otherwise;
}

/// <summary>A dictionary. Getters give null or the stated substitute where the key is missing or of another type.</summary>
internal sealed class PdfDictionary(Dictionary<string, PdfObject> entries) : PdfObject
{
    public static readonly PdfDictionary Empty = new([]);

    public int Count => entries.Count;

    public Dictionary<string, PdfObject>.KeyCollection Keys => entries.Keys;

    public PdfObject? Get(string key) => entries.TryGetValue(key, out var value) && value.Resolve() is var found and not PdfNull ? found : null;

    /// <summary>The member as it stands in the file, perhaps a reference.</summary>
    public PdfObject? Raw(string key) => entries.GetValueOrDefault(key);

    public PdfDictionary? Dictionary(string key) => Get(key) switch { PdfDictionary d => d, PdfStream s => s.Dictionary, _ => null };

    public PdfArray? Array(string key) => Get(key) as PdfArray;

    public PdfStream? Stream(string key) => Get(key) as PdfStream;

    public string? Name(string key) => (Get(key) as PdfName)?.Value;

    public double? Number(string key) => (Get(key) as PdfNumber)?.Value;

    public double Number(string key, double otherwise) => Number(key) ?? otherwise;

    public int Integer(string key, int otherwise = 0) => Number(key) is { } v && v > int.MinValue && v < int.MaxValue ? (int)v : otherwise;

    public bool Boolean(string key, bool otherwise = false) => Get(key) is PdfBoolean b ? b.Value : otherwise;

    /// <summary>The array's first numbers, or null where it is shorter or holds something else.</summary>
    public double[]? Numbers(string key, int count)
    {
        if (Array(key) is not { } array || array.Count < count) return null;
        var values = new double[count];
        for (int i = 0; i < count; i++)
        {
            if (array[i] is not PdfNumber n || !double.IsFinite(n.Value)) return null;
            values[i] = n.Value;
        }

        return values;
    }

    /// <summary>This dictionary with the other's entries added where it has none of its own.</summary>
    public PdfDictionary Merge(PdfDictionary other)
    {
        var all = new Dictionary<string, PdfObject>(entries);
        foreach (string key in other.Keys)
        {
            if (other.Raw(key) is { } value) all.TryAdd(key, value);
        }

        return new PdfDictionary(all);
    }

    /// <summary>This dictionary with one entry set.</summary>
    public PdfDictionary With(string key, PdfObject value) => new(new Dictionary<string, PdfObject>(entries) { [key] = value });
}

/// <summary>A stream: its dictionary and its bytes as they stand in the file (encrypted, encoded).</summary>
internal sealed class PdfStream(PdfObjectStore store, PdfDictionary dictionary, ReadOnlyMemory<byte> raw, int number, int generation) : PdfObject
{
    public PdfDictionary Dictionary { get; } = dictionary;

    public ReadOnlyMemory<byte> Raw { get; } = raw;

    public int Number { get; } = number;

    public int Generation { get; } = generation;

    /// <summary>The decrypted, decoded bytes; what could be decoded where the stream is damaged, with a diagnostic.</summary>
    public ReadOnlyMemory<byte> Decode(DiagnosticSink? sink = null) => store.Decode(this, sink);

    /// <summary>The same, for what belongs to a font.</summary>
    public ReadOnlyMemory<byte> DecodeForFont() => store.DecodeForFont(this);
}

/// <summary>Text strings outside content: titles, ActualText, file names.</summary>
internal static class PdfText
{
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(bytes[2..(bytes.Length & ~1)]);
        if (bytes is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(bytes[2..(bytes.Length & ~1)]);
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) return Encoding.UTF8.GetString(bytes[3..]);
        return Encoding.Latin1.GetString(bytes);
    }
}
