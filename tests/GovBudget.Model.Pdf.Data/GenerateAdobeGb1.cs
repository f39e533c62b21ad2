#:property PublishAot=false
// Packs Adobe's CMaps for simplified Chinese into the resource that the PDF engine carries.
//
//   dotnet run GenerateAdobeGb1.cs -- <folder of Adobe-GB1 CMaps> <output file>
//
// The folder is cMap/Adobe-GB1 of Debian's poppler-data (or Adobe's cmap-resources and mapping-resources-pdf together): BSD-3-Clause, see
// src/GovBudget.Model.Pdf/Fonts/Data/NOTICE.txt. Format of the output, before Brotli; numbers are little-endian base 128, z = zigzag:
//   count of CMaps, then each: name, name of the CMap used ("" for none), writing mode, count of code spaces (length, low, high),
//   count of ranges (code length, low - previous high, high - low, z(CID - expected CID))
//   count of CIDs, then for each z(code point - previous) + 1, or 0 where it has no Unicode value
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

if (args.Length != 2)
{
    Console.Error.WriteLine("usage: GenerateAdobeGb1 <folder of CMaps> <output file>");
    return 1;
}

string[] names =
[
    "GB-EUC-H", "GB-EUC-V", "GBpc-EUC-H", "GBpc-EUC-V", "GBK-EUC-H", "GBK-EUC-V", "GBKp-EUC-H", "GBKp-EUC-V", "GBK2K-H", "GBK2K-V",
    "UniGB-UCS2-H", "UniGB-UCS2-V", "UniGB-UTF16-H", "UniGB-UTF16-V", "UniGB-UTF8-H", "UniGB-UTF8-V", "UniGB-UTF32-H", "UniGB-UTF32-V",
];

var output = new MemoryStream();
Write(names.Length);
foreach (string name in names)
{
    string text = File.ReadAllText(Path.Combine(args[0], name), Encoding.Latin1);
    WriteText(name);
    WriteText(Regex.Match(text, @"/(\S+)\s+usecmap").Groups[1].Value);
    Write(Regex.IsMatch(text, @"/WMode\s+1\s+def") ? 1 : 0);

    var spaces = Blocks(text, "codespacerange", 2).ToList();
    Write(spaces.Count);
    foreach (string[] space in spaces)
    {
        Write((space[0].Length - 2) / 2);
        Write(Hex(space[0]));
        Write(Hex(space[1]));
    }

    var ranges = Blocks(text, "cidrange",
        3).Select(r => (Length: (r[0].Length - 2) / 2, Low: Hex(r[0]), High: Hex(r[1]), Cid: int.Parse(r[2], CultureInfo.InvariantCulture)))
        .Concat(Blocks(text, "cidchar",
            2).Select(r => (Length: (r[0].Length - 2) / 2, Low: Hex(r[0]), High: Hex(r[0]), Cid: int.Parse(r[1], CultureInfo.InvariantCulture))))
        .OrderBy(r => r.Length).ThenBy(r => r.Low).ToList();
    Write(ranges.Count);
    long previous = 0;
    int length = 0, expected = 0;
    foreach (var range in ranges)
    {
        if (range.Length != length) (previous, length) = (0, range.Length);
        Write(range.Length);
        Write(range.Low - previous);
        Write(range.High - range.Low);
        WriteSigned(range.Cid - expected);
        (previous, expected) = (range.High, range.Cid + (int)(range.High - range.Low) + 1);
    }
}

var unicode = new SortedDictionary<int, int>();
string reverse = File.ReadAllText(Path.Combine(args[0], "Adobe-GB1-UCS2"), Encoding.Latin1);
foreach (string[] row in Blocks(reverse, "bfchar", 2)) unicode[(int)Hex(row[0])] = CodePoint(row[1]);
foreach (string[] row in Blocks(reverse, "bfrange", 3))
{
    for (int cid = (int)Hex(row[0]), k = 0; cid <= Hex(row[1]); cid++, k++) unicode[cid] = CodePoint(row[2]) + k;
}

Write(unicode.Keys.Max() + 1);
int last = 0;
for (int cid = 0; cid <= unicode.Keys.Max(); cid++)
{
    if (!unicode.TryGetValue(cid, out int value) || value is 0 or 0xFFFD)
    {
        Write(0);
        continue;
    }

    int delta = value - last;
    Write((((long)delta << 1) ^ (delta >> 31)) + 1);
    last = value;
}

using (var file = File.Create(args[1]))
using (var brotli = new BrotliStream(file, CompressionLevel.SmallestSize))
    brotli.Write(output.GetBuffer(), 0, (int)output.Length);
Console.WriteLine($"{names.Length} CMaps, {unicode.Count} CIDs, {output.Length} bytes, {new FileInfo(args[1]).Length} packed");
return 0;

void Write(long value)
{
    for (; value >= 128; value >>= 7) output.WriteByte((byte)(value | 128));
    output.WriteByte((byte)value);
}

void WriteSigned(long value) => Write((value << 1) ^ (value >> 63));

void WriteText(string text)
{
    Write(text.Length);
    output.Write(Encoding.ASCII.GetBytes(text));
}

static IEnumerable<string[]> Blocks(string text, string kind, int columns)
{
    foreach (Match block in Regex.Matches(text, $@"begin{kind}\s(.*?)end{kind}", RegexOptions.Singleline))
    {
        foreach (string[] row in Regex.Matches(block.Groups[1].Value, @"<[0-9a-fA-F]+>|\d+").Select(m => m.Value).Chunk(columns)) yield return row;
    }
}

static long Hex(string token) => Convert.ToInt64(token[1..^1], 16);

static int CodePoint(string token)
{
    string text = Encoding.BigEndianUnicode.GetString(Convert.FromHexString(token[1..^1]));
    return char.ConvertToUtf32(text, 0);
}
