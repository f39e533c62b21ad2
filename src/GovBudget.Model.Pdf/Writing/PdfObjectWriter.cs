using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace GovBudget.Model.Pdf.Writing;

/// <summary>Collects the objects of a file and writes them: streams compressed, the rest packed into object streams, then the cross-reference stream.</summary>
internal sealed class PdfObjectWriter
{
    private const int PerStream = 200;
    private readonly List<Entry> _entries = [];

    private sealed record Entry(string Body, byte[]? Stream);

    /// <summary>Takes a number for an object that is stated later.</summary>
    public int Reserve()
    {
        _entries.Add(new Entry("null", null));
        return _entries.Count;
    }

    /// <summary>Adds an object.</summary>
    public int Add(string body)
    {
        _entries.Add(new Entry(body, null));
        return _entries.Count;
    }

    /// <summary>States a reserved object.</summary>
    public void Set(int id, string body) => _entries[id - 1] = new Entry(body, null);

    /// <summary>Adds a stream.</summary>
    /// <param name="dictionary">Entries of its dictionary besides length and filter.</param>
    /// <param name="data">Its bytes.</param>
    /// <param name="compress">Whether to compress; metadata stay legible.</param>
    public int AddStream(string dictionary, ReadOnlySpan<byte> data, bool compress = true)
    {
        byte[] bytes = compress ? Deflate(data) : data.ToArray();
        _entries.Add(
            new Entry($"<<{dictionary}{(compress ? "/Filter/FlateDecode" : "")}/Length {bytes.Length.ToString(CultureInfo.InvariantCulture)}>>", bytes));
        return _entries.Count;
    }

    /// <summary>Writes the file.</summary>
    /// <param name="output">Where to; stays open.</param>
    /// <param name="root">The catalog.</param>
    /// <param name="info">The information dictionary.</param>
    public void Write(Stream output, int root, int info)
    {
        var file = new MemoryStream();
        Text(file, "%PDF-1.7\n%");
        file.Write([0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        var places = new List<(int Kind, long At, int Index)> { (0, 0, 65535) };
        places.AddRange(Enumerable.Repeat((0, 0L, 0), _entries.Count));
        var packed = new List<int>();
        for (int id = 1; id <= _entries.Count; id++)
        {
            if (_entries[id - 1].Stream is not { } data)
            {
                packed.Add(id);
                continue;
            }
            places[id] = (1, file.Length, 0);
            Stream(file, id, _entries[id - 1].Body, data);
        }
        foreach (int[] group in packed.Chunk(PerStream))
        {
            var (index, bodies) = (new StringBuilder(), new StringBuilder());
            for (int i = 0; i < group.Length; i++)
            {
                index.Append(CultureInfo.InvariantCulture, $"{group[i]} {bodies.Length} ");
                bodies.Append(_entries[group[i] - 1].Body).Append('\n');
                places[group[i]] = (2, places.Count, i);
            }
            byte[] data = Deflate(Encoding.Latin1.GetBytes(index.ToString() + bodies));
            int number = places.Count;
            places.Add((1, file.Length, 0));
            Stream(file, number,
                string.Create(CultureInfo.InvariantCulture,
                    $"<</Type/ObjStm/N {group.Length}/First {index.Length}/Filter/FlateDecode/Length {data.Length}>>"), data);
        }
        CrossReferences(file, places, root, info);
        file.WriteTo(output);
    }

    /// <summary>A text string of a dictionary, as UTF-16 where it is not plain.</summary>
    public static string String(string text) => text.All(c => c is >= ' ' and <= '~' and not ('(' or ')' or '\\'))
        ? $"({text})"
        : $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>A number as PDF writes it.</summary>
    public static string Number(double value) => Math.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture);

    private static void CrossReferences(MemoryStream file, List<(int Kind, long At, int Index)> places, int root, int info)
    {
        long start = file.Length;
        int number = places.Count;
        places.Add((1, start, 0));
        var table = new byte[7 * places.Count];
        for (int i = 0; i < places.Count; i++)
        {
            var (kind, at, index) = places[i];
            table[7 * i] = (byte)kind;
            for (int b = 0; b < 4; b++) table[(7 * i) + 1 + b] = (byte)(at >> (24 - (8 * b)));
            (table[(7 * i) + 5], table[(7 * i) + 6]) = ((byte)(index >> 8), (byte)index);
        }
        string id = Convert.ToHexString(SHA256.HashData(file.ToArray()).AsSpan(0, 16));
        byte[] data = Deflate(table);
        Stream(file, number, string.Create(CultureInfo.InvariantCulture,
            $"<</Type/XRef/Size {places.Count}/W[1 4 2]/Root {root} 0 R/Info {info} 0 R/ID[<{id}><{id}>]/Filter/FlateDecode/Length {data.Length}>>"), data);
        Text(file, string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n"));
    }

    private static void Stream(MemoryStream file, int id, string dictionary, byte[] data)
    {
        Text(file, string.Create(CultureInfo.InvariantCulture, $"{id} 0 obj\n{dictionary}\nstream\n"));
        file.Write(data);
        Text(file, "\nendstream\nendobj\n");
    }

    private static void Text(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));

    private static byte[] Deflate(ReadOnlySpan<byte> data)
    {
        var target = new MemoryStream();
        using (var deflate = new ZLibStream(target, CompressionLevel.Optimal, true)) deflate.Write(data);
        return target.ToArray();
    }
}
