using System.IO.Compression;
using System.Text;

namespace GovBudget.Model.Pdf.Fonts;

/// <summary>How the codes of a predefined CMap are text already.</summary>
internal enum UnicodeCodes
{
    /// <summary>They are not: the character collection has to be asked.</summary>
    No,

    /// <summary>UTF-16 (or its older subset UCS-2).</summary>
    Utf16,

    /// <summary>UTF-8.</summary>
    Utf8,

    /// <summary>UTF-32.</summary>
    Utf32,

    /// <summary>Not Unicode, but a code page that the framework knows: Big5.</summary>
    Big5,

    /// <summary>Shift-JIS.</summary>
    ShiftJis,

    /// <summary>Korean.</summary>
    Korean,
}

/// <summary>The CMaps that a file may name without bringing them: Identity, those of Adobe-GB1, and all whose codes are Unicode.</summary>
internal static class PredefinedCMaps
{
    private static readonly Lazy<AdobeGb1> s_gb1 = new(AdobeGb1.Load);

    /// <summary>The CMap of a name; null where it is not known.</summary>
    public static CMap? Find(string name)
    {
        if (name == "Identity-H") return CMap.IdentityHorizontal;
        if (name == "Identity-V") return CMap.IdentityVertical;
        if (name.StartsWith("GB", StringComparison.Ordinal) || name.StartsWith("UniGB", StringComparison.Ordinal))
            return s_gb1.Value.Maps.GetValueOrDefault(name);
        bool vertical = name.EndsWith("-V", StringComparison.Ordinal);
        return CodesOf(name) switch
        {
            UnicodeCodes.Utf16 =>
                new CMap
                {
                    Name = name,
                    IsVertical = vertical,
                    Ranges = Latin(2),
                    Spaces = [new(2, 0, 0xD7FF), new(4, 0xD800DC00, 0xDBFFDFFF), new(2, 0xE000, 0xFFFF)]
                },
            UnicodeCodes.Utf8 => new CMap
            {
                Name = name,
                IsVertical = vertical,
                Ranges = Latin(1),
                Spaces = [new(1, 0, 0x7F), new(2, 0xC280, 0xDFBF), new(3, 0xE08080, 0xEFBFBF), new(4, 0xF0808080, 0xF4BFBFBF)],
            },
            UnicodeCodes.Utf32 => new CMap { Name = name, IsVertical = vertical, Ranges = Latin(4), Spaces = [new(4, 0, 0x10FFFF)] },
            UnicodeCodes.Big5 => new CMap { Name = name, IsVertical = vertical, Ranges = Latin(1), Spaces = [new(1, 0, 0x80), new(2, 0x8140, 0xFEFE)] },
            UnicodeCodes.ShiftJis =>
                new CMap
                {
                    Name = name,
                    IsVertical = vertical,
                    Ranges = Latin(1),
                    Spaces = [new(1, 0, 0x80), new(1, 0xA0, 0xDF), new(2, 0x8140, 0x9FFC), new(2, 0xE040, 0xFCFC)]
                },
            UnicodeCodes.Korean => new CMap { Name = name, IsVertical = vertical, Ranges = Latin(1), Spaces = [new(1, 0, 0x80), new(2, 0x8141, 0xFEFE)] },
            _ => null,
        };
    }

    /// <summary>Whether a CMap's codes are text already, by its name.</summary>
    public static UnicodeCodes CodesOf(string name) =>
        name.Contains("-B5-", StringComparison.Ordinal) || name.StartsWith("B5pc-", StringComparison.Ordinal) ? UnicodeCodes.Big5
        : name.Contains("-RKSJ-", StringComparison.Ordinal) ? UnicodeCodes.ShiftJis
        : name.StartsWith("KSC-EUC-", StringComparison.Ordinal) || name.StartsWith("KSCms-UHC-", StringComparison.Ordinal) ? UnicodeCodes.Korean
        : !name.StartsWith("Uni", StringComparison.Ordinal) ? UnicodeCodes.No
        : name.Contains("UCS2", StringComparison.Ordinal) || name.Contains("UTF16", StringComparison.Ordinal) ? UnicodeCodes.Utf16
        : name.Contains("UTF8", StringComparison.Ordinal) ? UnicodeCodes.Utf8
        : name.Contains("UTF32", StringComparison.Ordinal) ? UnicodeCodes.Utf32
        : UnicodeCodes.No;

    /// <summary>The text of a code that is Unicode; null where it is none.</summary>
    public static string? Decode(UnicodeCodes codes, uint code, int length)
    {
        Span<byte> bytes = [(byte)(code >> 24), (byte)(code >> 16), (byte)(code >> 8), (byte)code];
        bytes = bytes[(4 - length)..];
        string? text = codes switch
        {
            UnicodeCodes.Utf16 when length is 2 or 4 => Encoding.BigEndianUnicode.GetString(bytes),
            UnicodeCodes.Utf8 => Encoding.UTF8.GetString(bytes),
            UnicodeCodes.Big5 => CodePage(950, bytes),
            UnicodeCodes.ShiftJis => CodePage(932, bytes),
            UnicodeCodes.Korean => CodePage(949, bytes),
            UnicodeCodes.Utf32 when code <= 0x10FFFF && code is not (>= 0xD800 and < 0xE000) => char.ConvertFromUtf32((int)code),
            _ => null,
        };
        return text is null || text.Contains('\uFFFD') ? null : text;
    }

    /// <summary>Where only the text is known: the CIDs of ASCII, the same in all collections, for their widths.</summary>
    private static CidRange[] Latin(int length) => [new(length, 0x20, 0x7E, 1)];

    private static string CodePage(int page,
        ReadOnlySpan<byte> bytes) =>
            CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ReplacementFallback,
                new DecoderReplacementFallback("\uFFFD"))!.GetString(bytes);

    /// <summary>The text of a CID of Adobe-GB1; null where it has none.</summary>
    public static string? Gb1Text(int cid) => s_gb1.Value.Text(cid);

    private sealed class AdobeGb1
    {
        private readonly int[] _unicode;

        private AdobeGb1(Dictionary<string, CMap> maps, int[] unicode) => (Maps, _unicode) = (maps, unicode);

        public Dictionary<string, CMap> Maps { get; }

        public string? Text(int cid) => (uint)cid < (uint)_unicode.Length && _unicode[cid] != 0 ? char.ConvertFromUtf32(_unicode[cid]) : null;

        public static AdobeGb1 Load()
        {
            using var resource = typeof(PredefinedCMaps).Assembly.GetManifestResourceStream("adobe-gb1.bin")
                ?? throw new InvalidOperationException("The resource adobe-gb1.bin is missing from the assembly.");
            using var brotli = new BrotliStream(resource, CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            brotli.CopyTo(unpacked);
            var reader = new PackedReader(unpacked.ToArray());
            var maps = new Dictionary<string, CMap>(StringComparer.Ordinal);
            for (int count = reader.Next(); count > 0; count--)
            {
                var map = ReadMap(reader, maps);
                maps[map.Name] = map;
            }

            var unicode = new int[reader.Next()];
            int last = 0;
            for (int cid = 0; cid < unicode.Length; cid++)
            {
                int delta = reader.Next();
                if (delta > 0) unicode[cid] = last += PackedReader.Signed((uint)delta - 1);
            }

            return new AdobeGb1(maps, unicode);
        }

        private static CMap ReadMap(PackedReader reader, Dictionary<string, CMap> earlier)
        {
            string name = reader.Text(), basis = reader.Text();
            bool vertical = reader.Next() == 1;
            var spaces = new CodeSpace[reader.Next()];
            for (int i = 0; i < spaces.Length; i++) spaces[i] = new(reader.Next(), reader.NextCode(), reader.NextCode());
            var ranges = new CidRange[reader.Next()];
            uint previous = 0;
            int length = 0, expected = 0;
            for (int i = 0; i < ranges.Length; i++)
            {
                int own = reader.Next();
                if (own != length) (previous, length) = (0, own);
                uint low = previous + reader.NextCode(), high = low + reader.NextCode();
                int cid = expected + PackedReader.Signed(reader.NextCode());
                ranges[i] = new(length, low, high, cid);
                (previous, expected) = (high, cid + (int)(high - low) + 1);
            }

            return new CMap { Name = name, IsVertical = vertical, Spaces = spaces, Ranges = ranges, Base = basis.Length == 0 ? null : earlier[basis] };
        }
    }

    /// <summary>Reads the numbers and words of the packed resource.</summary>
    private sealed class PackedReader(byte[] data)
    {
        private int _at;

        public static int Signed(uint value) => (int)(value >> 1) ^ -(int)(value & 1);

        public int Next() => (int)NextCode();

        public uint NextCode()
        {
            uint value = 0;
            for (int shift = 0; ; shift += 7)
            {
                byte b = data[_at++];
                value |= (uint)(b & 127) << shift;
                if (b < 128) return value;
            }
        }

        public string Text()
        {
            int length = Next();
            _at += length;
            return Encoding.ASCII.GetString(data, _at - length, length);
        }
    }
}
