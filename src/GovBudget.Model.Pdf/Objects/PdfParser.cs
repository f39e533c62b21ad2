namespace GovBudget.Model.Pdf.Objects;

/// <summary>Decrypts the strings of one object.</summary>
internal delegate byte[] StringDecryptor(ReadOnlySpan<byte> bytes);

/// <summary>Builds objects from tokens. Nested deeper than any sane file, or longer, it stops and gives what it has.</summary>
internal ref struct PdfParser(ReadOnlySpan<byte> data, int position, PdfObjectStore? store, NameTable names, StringDecryptor? decrypt = null)
{
    private const int DeepestNesting = 96;
    private const int MostElements = 4_000_000;
    private int _elements;

    public PdfLexer Lexer = new(data, position);

    /// <summary>The next object; <see cref="PdfNull"/> at the end or at a keyword that is no object.</summary>
    public PdfObject Parse() => Parse(Lexer.Next(), 0);

    /// <summary>The object that begins with a token already read.</summary>
    public PdfObject Parse(PdfToken token) => Parse(token, 0);

    private PdfObject Parse(PdfToken token, int depth)
    {
        _elements++;
        if (depth > DeepestNesting) return PdfNull.Value;
        switch (token)
        {
            case PdfToken.Number: return NumberOrReference();
            case PdfToken.String: return new PdfString(decrypt is null ? Lexer.Bytes.ToArray() : decrypt(Lexer.Bytes));
            case PdfToken.Name: return new PdfName(names.Get(Lexer.Bytes));
            case PdfToken.ArrayOpen: return Array(depth);
            case PdfToken.DictionaryOpen: return Dictionary(depth);
            case PdfToken.Keyword when Lexer.Is("true"u8): return PdfBoolean.True;
            case PdfToken.Keyword when Lexer.Is("false"u8): return PdfBoolean.False;
            default: return PdfNull.Value;
        }
    }

    private PdfObject NumberOrReference()
    {
        double number = Lexer.Number;
        if (store is null || !Lexer.IsInteger || number < 0 || number > int.MaxValue) return PdfNumber.Of(number);
        int after = Lexer.Position;
        if (Lexer.Next() == PdfToken.Number && Lexer.IsInteger && Lexer.Number is >= 0 and <= 65535
            && Lexer.Next() == PdfToken.Keyword && Lexer.Is("R"u8))
            return new PdfReference(store, (int)number);
        Lexer.Position = after;
        return PdfNumber.Of(number);
    }

    private PdfArray Array(int depth)
    {
        var items = new List<PdfObject>();
        while (_elements < MostElements)
        {
            var token = Lexer.Next();
            if (token is PdfToken.ArrayClose or PdfToken.End) break;
            if (token == PdfToken.DictionaryClose) continue;
            if (token == PdfToken.Keyword && EndsObject())
            {
                Lexer.Position = Lexer.Start;
                break;
            }

            items.Add(Parse(token, depth + 1));
        }

        items.TrimExcess();
        return new PdfArray(items);
    }

    private PdfDictionary Dictionary(int depth)
    {
        var entries = new Dictionary<string, PdfObject>(StringComparer.Ordinal);
        while (_elements < MostElements)
        {
            var token = Lexer.Next();
            if (token is PdfToken.DictionaryClose or PdfToken.End) break;
            if (token == PdfToken.Keyword && EndsObject())
            {
                Lexer.Position = Lexer.Start;
                break;
            }

            if (token != PdfToken.Name) continue;
            string key = names.Get(Lexer.Bytes);
            token = Lexer.Next();
            if (token is PdfToken.DictionaryClose or PdfToken.End) break;
            if (token == PdfToken.Keyword && EndsObject())
            {
                Lexer.Position = Lexer.Start;
                break;
            }

            entries[key] = Parse(token, depth + 1);
        }

        return new PdfDictionary(entries);
    }

    private readonly bool EndsObject() => Lexer.Is("endobj"u8) || Lexer.Is("stream"u8) || Lexer.Is("endstream"u8) || Lexer.Is("obj"u8);
}
