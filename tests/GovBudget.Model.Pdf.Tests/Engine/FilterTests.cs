using GovBudget.Model.Pdf.Filters;
using GovBudget.Model.Pdf.Objects;

namespace GovBudget.Model.Pdf.Tests.Engine;

public class FilterTests
{
    private static readonly byte[] s_sample = PdfBuilder.Latin1(string.Concat(Enumerable.Range(0, 4000).Select(i => $"{i * 7919 % 100003} ")));

    private static byte[] Decode(string dictionary, byte[] data, PdfLimits? limits = null, DiagnosticSink? sink = null)
    {
        var entries = (PdfDictionary)new PdfParser(PdfBuilder.Latin1(dictionary), 0, null, new NameTable()).Parse();
        return new StreamDecoder(limits ?? PdfLimits.Default).Decode(data, entries, sink ?? new DiagnosticSink(1)).ToArray();
    }

    [Fact]
    public void Flate() => Assert.Equal(s_sample, Decode("<< /Filter /FlateDecode >>", PdfBuilder.Deflate(s_sample)));

    [Fact]
    public void Flate_with_a_wrong_checksum_or_header_loses_nothing()
    {
        byte[] data = PdfBuilder.Deflate(s_sample);
        data[^1] ^= 0x55;
        Assert.Equal(s_sample, Decode("<< /Filter /FlateDecode >>", data));
        data[1] ^= 0x55;
        Assert.Equal(s_sample, Decode("<< /Filter /FlateDecode >>", data));
    }

    [Fact]
    public void Flate_damaged_in_the_middle_keeps_what_is_before_and_says_so()
    {
        byte[] data = PdfBuilder.Deflate(s_sample);
        for (int i = data.Length / 2; i < (data.Length / 2) + 40; i++) data[i] = 0xFF;
        var sink = new DiagnosticSink(1);
        byte[] decoded = Decode("<< /Filter /FlateDecode >>", data, sink: sink);
        int same = 0;
        while (same < decoded.Length && same < s_sample.Length && decoded[same] == s_sample[same]) same++;
        Assert.InRange(same, s_sample.Length / 3, s_sample.Length - 1);
        Assert.Contains(sink.Items, d => d.IsLoss);
    }

    [Fact]
    public void Flate_cut_off_keeps_what_there_is_and_says_so()
    {
        byte[] data = PdfBuilder.Deflate(s_sample)[..^400];
        var sink = new DiagnosticSink(1);
        byte[] decoded = Decode("<< /Filter /FlateDecode >>", data, sink: sink);
        Assert.True(decoded.Length > s_sample.Length / 2);
        Assert.Equal(s_sample[..decoded.Length], decoded);
        Assert.Contains(sink.Items, d => d.IsLoss);
    }

    [Fact]
    public void A_stream_that_expands_without_end_stops_at_the_limit()
    {
        var sink = new DiagnosticSink(1);
        byte[] decoded = Decode("<< /Filter /FlateDecode >>", PdfBuilder.Deflate(new byte[20_000_000]), new PdfLimits { StreamBytes = 1 << 20 }, sink);
        Assert.Equal(1 << 20, decoded.Length);
        Assert.Contains(sink.Items, d => d.IsLoss);
    }

    [Fact]
    public void Hexadecimal() => Assert.Equal("Hello0"u8.ToArray(), Decode("<< /Filter /AHx >>", "48 65 6C\n6c6F 3>"u8.ToArray()));

    [Fact]
    public void Base85() => Assert.Equal("Man is d\0\0\0\0is"u8.ToArray(), Decode("<< /Filter /ASCII85Decode >>", "9jqo^BlbD-zBla~>"u8.ToArray()));

    [Fact]
    public void RunLength() =>
        Assert.Equal("abcxxxxx"u8.ToArray(), Decode("<< /Filter /RunLengthDecode >>", [2, (byte)'a', (byte)'b', (byte)'c', 252, (byte)'x', 128, 1, 1]));

    [Fact]
    public void Lzw() // the example of the PDF specification
        => Assert.Equal([45, 45, 45, 45, 45, 65, 45, 45, 45, 66], Decode("<< /Filter /LZWDecode >>", [0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01]));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Lzw_through_all_code_widths(bool early)
    {
        byte[] data = LzwEncode(s_sample, early);
        Assert.Equal(s_sample, Decode($"<< /Filter /LZWDecode /DecodeParms << /EarlyChange {(early ? 1 : 0)} >> >>", data));
    }

    [Fact]
    public void Filters_chain() =>
        Assert.Equal(s_sample,
            Decode("<< /Filter [/ASCIIHexDecode /FlateDecode] >>", PdfBuilder.Latin1(Convert.ToHexString(PdfBuilder.Deflate(s_sample)) + ">")));

    [Fact]
    public void An_unknown_filter_gives_nothing_and_says_so()
    {
        var sink = new DiagnosticSink(1);
        Assert.Empty(Decode("<< /Filter /Nonsense >>", s_sample, sink: sink));
        Assert.Contains(sink.Items, d => d.IsLoss && d.Message.Contains("Nonsense", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(new byte[] { 0, 1, 2, 3, 4 }, new byte[] { 1, 2, 3, 4 })]
    [InlineData(new byte[] { 1, 1, 2, 3, 4 }, new byte[] { 1, 3, 6, 10 })]
    [InlineData(new byte[] { 0, 1, 2, 3, 4, 2, 1, 1, 1, 1 }, new byte[] { 1, 2, 3, 4, 2, 3, 4, 5 })]
    [InlineData(new byte[] { 0, 2, 4, 6, 8, 3, 1, 1, 1, 1 }, new byte[] { 2, 4, 6, 8, 2, 4, 6, 8 })]
    [InlineData(new byte[] { 0, 1, 2, 3, 4, 4, 1, 1, 1, 1 }, new byte[] { 1, 2, 3, 4, 2, 3, 4, 5 })]
    [InlineData(new byte[] { 1, 1, 2 }, new byte[] { 1, 3 })]
    public void Png_predictors(byte[] data, byte[] expected) =>
        Assert.Equal(expected, Decode("<< /Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 4 >> >>", PdfBuilder.Deflate(data)));

    [Fact]
    public void Tiff_predictor() =>
        Assert.Equal([1, 2, 4, 6, 9, 9, 10, 10],
            Decode("<< /Filter /FlateDecode /DecodeParms << /Predictor 2 /Columns 2 /Colors 2 >> >>", PdfBuilder.Deflate([1, 2, 3, 4, 9, 9, 1, 1])));

    private static byte[] LzwEncode(byte[] data, bool early)
    {
        var table = new Dictionary<string, int>();
        var bits = new List<bool>();
        int width = 9, next = 258;
        void Put(int code)
        {
            for (int i = width - 1; i >= 0; i--) bits.Add(((code >> i) & 1) != 0);
        }

        void Reset()
        {
            Put(256);
            table.Clear();
            for (int i = 0; i < 256; i++) table[((char)i).ToString()] = i;
            (width, next) = (9, 258);
        }

        Reset();
        string word = "";
        foreach (byte b in data)
        {
            string longer = word + (char)b;
            if (table.ContainsKey(longer))
            {
                word = longer;
                continue;
            }

            Put(table[word]);
            table[longer] = next++;
            // The decoder is one entry behind the encoder.
            if (next - 1 + (early ? 1 : 0) >= 1 << width && width < 12) width++;
            if (next >= 4094) { Put(table[((char)b).ToString()]); word = ""; Reset(); continue; }
            word = ((char)b).ToString();
        }

        if (word.Length > 0) Put(table[word]);
        Put(257);
        var output = new byte[(bits.Count + 7) / 8];
        for (int i = 0; i < bits.Count; i++)
        {
            if (bits[i]) output[i / 8] |= (byte)(0x80 >> (i % 8));
        }

        return output;
    }
}
