using GovBudget.Model.Pdf.Objects;

namespace GovBudget.Model.Pdf.Fonts;

/// <summary>A font of one-byte codes: Type 1, TrueType or Type 3. Also the TrueType fonts of old Chinese producers whose strings are GBK, one or two bytes a
/// character.</summary>
internal sealed class SimpleFont : PdfFont
{
    private readonly CMap? _toUnicode;
    private readonly (string? Text, UnicodeSource Source)[] _encoding;
    private readonly double[] _widths = new double[256];
    private readonly CMap? _gbk;
    private readonly bool _ownCodes;

    private SimpleFont(PdfDictionary dictionary, PdfDictionary? descriptor, NameTable names) : base(dictionary, descriptor)
    {
        string subtype = dictionary.Name("Subtype") ?? "Type1";
        _toUnicode = ReadToUnicode(dictionary, names);
        bool embedded = descriptor?.Stream("FontFile") is not null
            || descriptor?.Stream("FontFile2") is not null
            || descriptor?.Stream("FontFile3") is not null;
        if (subtype == "TrueType" && !embedded && _toUnicode is null && FontNames.IsRawGbk(RawName)) _gbk = PredefinedCMaps.Find("GBK-EUC-H");
        _encoding = SimpleFontEncoding.Read(dictionary, descriptor, subtype, Name);
        _ownCodes = subtype == "Type3";
        double scale = 0.001;
        if (subtype == "Type3")
        {
            var matrix = dictionary.Numbers("FontMatrix", 6) ?? [0.001, 0, 0, 0.001, 0, 0];
            scale = Math.Abs(matrix[0]) > 1e-9 ? Math.Abs(matrix[0]) : Math.Abs(matrix[1]);
            if (dictionary.Numbers("FontBBox", 4) is { } box && (box[3] - box[1]) * Math.Abs(matrix[3]) is > 0.3 and < 3)
                (Ascent, Descent) = (Math.Max(box[1], box[3]) * Math.Abs(matrix[3]), Math.Min(box[1], box[3]) * Math.Abs(matrix[3]));
        }

        ReadWidths(dictionary, descriptor, scale);
    }

    public static SimpleFont Create(PdfDictionary dictionary, NameTable names) => new(dictionary, dictionary.Dictionary("FontDescriptor"), names);

    protected override uint NextCode(ReadOnlySpan<byte> text, ref int position, out int length)
    {
        if (_gbk is not null) return _gbk.Next(text, ref position, out length);
        length = 1;
        return text[position++];
    }

    protected override Glyph Create(uint code, int length)
    {
        if (length == 2)
        {
            string? character = PredefinedCMaps.Gb1Text(_gbk!.Cid(2, code));
            return new Glyph(character ?? "\uFFFD", character is null ? UnicodeSource.Unknown : UnicodeSource.Guessed, 1, false);
        }

        var (text, source) = _encoding[code & 255];
        string? stated = _toUnicode?.Text(code);
        if (Says(stated) && (!IsPrivate(stated!) || !Says(text))) (text, source) = (stated, UnicodeSource.Stated);
        // the codes of a Type 3 font are its producer's own
        if (!Says(text)) (text, source) = text is null && code is >= 32 and < 127 && !_ownCodes ? (((char)code).ToString(), UnicodeSource.Guessed) : ("\uFFFD", UnicodeSource.Unknown);
        return new Glyph(UnicodeFolding.Fold(text!), source, _widths[code & 255], code == 32);
    }

    private void ReadWidths(PdfDictionary dictionary, PdfDictionary? descriptor, double scale)
    {
        double missing = descriptor?.Number("MissingWidth", 0) ?? 0;
        var stated = dictionary.Array("Widths");
        int first = dictionary.Integer("FirstChar");
        for (int code = 0; code < 256; code++)
        {
            double width = stated is null
                ? missing > 0 ? missing : StandardWidths.Of(Name, _encoding[code].Text is { Length: > 0 } text ? text[0] : '\0')
                : code >= first && code - (long)first < stated.Count ? stated.Number(code - first, missing) : missing;
            _widths[code] = width * scale;
        }
    }
}
