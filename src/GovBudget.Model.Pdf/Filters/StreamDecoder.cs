using GovBudget.Model.Pdf.Objects;

namespace GovBudget.Model.Pdf.Filters;

/// <summary>Applies a stream's filters. Image filters end the chain: images are placed, never looked into.</summary>
internal sealed class StreamDecoder(PdfLimits limits)
{
    private const int LongestChain = 16;
    private const int LeastLimit = 4 << 20;
    private const long LargestRatio = 250; // published content stays below 50

    public ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> raw, PdfDictionary dictionary, DiagnosticSink sink)
    {
        var filter = dictionary.Get("Filter") ?? dictionary.Get("F");
        var parameters = dictionary.Get("DecodeParms") ?? dictionary.Get("DP");
        int count = filter switch { PdfName => 1, PdfArray a => Math.Min(a.Count, LongestChain), _ => 0 };
        var data = raw;
        int limit = (int)Math.Min(limits.StreamBytes, Math.Max(LeastLimit, LargestRatio * raw.Length));
        for (int i = 0; i < count; i++)
        {
            string? name = ((filter is PdfArray names ? names[i] : filter) as PdfName)?.Value;
            var settings = (parameters is PdfArray all ? (i < all.Count ? all[i] : null) : parameters) as PdfDictionary ?? PdfDictionary.Empty;
            var output = new ByteBuffer(limit);
            string? fault = null;
            switch (name)
            {
                case "FlateDecode" or "Fl":
                    fault = FlateDecoder.Decode(data, output);
                    break;
                case "LZWDecode" or "LZW":
                    LzwDecoder.Decode(data.Span, settings.Integer("EarlyChange", 1) != 0, output);
                    break;
                case "ASCII85Decode" or "A85":
                    AsciiDecoders.Base85(data.Span, output);
                    break;
                case "ASCIIHexDecode" or "AHx":
                    AsciiDecoders.Hexadecimal(data.Span, output);
                    break;
                case "RunLengthDecode" or "RL":
                    RunLengthDecoder.Decode(data.Span, output);
                    break;
                case "Crypt":
                    continue;
                case "DCTDecode" or "DCT" or "JPXDecode" or "CCITTFaxDecode" or "CCF" or "JBIG2Decode":
                    return data;
                default:
                    sink.Add($"未知的流过滤器“{name}”，该数据未读取。", isLoss: true);
                    return ReadOnlyMemory<byte>.Empty;
            }

            if (fault is not null) sink.Add($"压缩数据已损坏（{fault}），保留可解出的 {output.Length} 字节。", isLoss: true);
            if (output.IsFull) sink.Add($"数据展开后超过上限 {limit} 字节，其余未读取。", isLoss: true);
            data = output.Written;
            if (name is "FlateDecode" or "Fl" or "LZWDecode" or "LZW") data = Predictor.Undo(data, settings);
        }

        return data;
    }
}
