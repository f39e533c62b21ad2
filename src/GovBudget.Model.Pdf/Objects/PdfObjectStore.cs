using GovBudget.Model.Layout;
using GovBudget.Model.Pdf.Filters;
using GovBudget.Model.Pdf.Security;

namespace GovBudget.Model.Pdf.Objects;

/// <summary>The objects of a file, read when first asked for and kept. Safe for concurrent use: reading is serialised, what has been read is shared.</summary>
internal sealed class PdfObjectStore
{
    private readonly byte[] _data;
    private readonly StreamDecoder _decoder;
    private readonly Lock _gate = new();
    private readonly Dictionary<int, PdfObject> _loaded = [];
    private readonly Dictionary<int, (int Number, PdfObject Value)[]> _packed = [];
    private readonly HashSet<int> _loading = [];
    private Dictionary<int, CrossReference> _entries = [];
    private StandardSecurityHandler? _security;
    private bool _repaired;
    private long _packedBytes;
    private long _parsedBytes;
    private long _fontBytes;

    private PdfObjectStore(byte[] data, PdfLimits limits, DiagnosticSink diagnostics)
    {
        _data = data;
        Limits = limits;
        Diagnostics = diagnostics;
        _decoder = new StreamDecoder(limits);
    }

    public PdfLimits Limits { get; }

    public DiagnosticSink Diagnostics { get; }

    public NameTable Names { get; } = new();

    public PdfDictionary Trailer { get; private set; } = PdfDictionary.Empty;

    public PdfDictionary Catalog => Trailer.Dictionary("Root") ?? PdfDictionary.Empty;

    /// <summary>Numbers of all objects known, ascending.</summary>
    public int[] Numbers
    {
        get
        {
            lock (_gate)
            {
                int[] all = [.. _entries.Keys];
                Array.Sort(all);
                return all;
            }
        }
    }

    public static PdfObjectStore Open(byte[] data, PdfLimits limits, DiagnosticSink diagnostics)
    {
        if (data.Length == 0) throw new UnreadableDocumentException("文件是空的（0 字节）；应为 PDF 文件。") { Reason = UnreadableReason.Empty };
        int header = data.AsSpan(0, Math.Min(data.Length, 2048)).IndexOf("%PDF-"u8);
        if (header < 0 && data.AsSpan().IndexOf(" obj"u8) < 0)
            throw new UnreadableDocumentException("文件不是 PDF：开头没有“%PDF-”标记，也找不到任何 PDF 对象。") { Reason = UnreadableReason.WrongType };
        var store = new PdfObjectStore(data, limits, diagnostics);
        store.Open(Math.Max(0, header));
        return store;
    }

    /// <summary>The object of a number; <see cref="PdfNull"/> where there is none, or where it refers to itself while being read.</summary>
    public PdfObject Load(int number)
    {
        lock (_gate)
        {
            if (_loaded.TryGetValue(number, out var kept)) return kept;
            if (!_entries.TryGetValue(number, out var entry) || entry.Kind == EntryKind.Free) return PdfNull.Value;
            if (_loading.Count > 200 || !_loading.Add(number)) return PdfNull.Value;
            try
            {
                var value = entry.Kind == EntryKind.Packed ? FromObjectStream(entry, number) : ReadIndirect(entry.Location, number, encrypted: true);
                if (value is null && !_repaired)
                {
                    Repair($"对象 {number} 不在交叉引用表所指的位置");
                    _loading.Remove(number);
                    return Load(number);
                }

                value ??= PdfNull.Value;
                for (int i = 0; i < 32 && value is PdfReference; i++) value = value.Resolve();
                if (value is PdfReference) value = PdfNull.Value;
                _loaded[number] = value;
                return value;
            }
            finally
            {
                _loading.Remove(number);
            }
        }
    }

    /// <summary>Decrypts and decodes a stream.</summary>
    public ReadOnlyMemory<byte> Decode(PdfStream stream, DiagnosticSink? sink)
    {
        var raw = _security is null ? stream.Raw : _security.Decrypt(stream);
        return _decoder.Decode(raw, stream.Dictionary, sink ?? Diagnostics);
    }

    /// <summary>Decodes a stream that belongs to a font. All fonts of a file together may not expand without end.</summary>
    public ReadOnlyMemory<byte> DecodeForFont(PdfStream stream)
    {
        if (Interlocked.Read(ref _fontBytes) > 3L * Limits.StreamBytes)
        {
            Diagnostics.Add("字体数据展开后超过上限，其余未读取。", isLoss: true);
            return ReadOnlyMemory<byte>.Empty;
        }

        var data = Decode(stream, null);
        Interlocked.Add(ref _fontBytes, data.Length);
        return data;
    }

    /// <summary>Decodes a stream that is never encrypted.</summary>
    public ReadOnlyMemory<byte> DecodePlain(PdfStream stream) => _decoder.Decode(stream.Raw, stream.Dictionary, Diagnostics);

    public bool IsObjectAt(int offset, int number)
    {
        if (offset >= _data.Length) return false;
        var lexer = new PdfLexer(_data.AsSpan(0, Math.Min(_data.Length, offset + 64)), offset);
        return lexer.Next() == PdfToken.Number && lexer.Number == number && lexer.Next() == PdfToken.Number
            && lexer.Next() == PdfToken.Keyword && lexer.Bytes.StartsWith("obj"u8);
    }

    /// <summary>The indirect object at an offset; null where none (or one of another number) stands there.</summary>
    public PdfObject? ReadIndirect(int offset, int? expected, bool encrypted)
    {
        var lexer = new PdfLexer(_data, offset);
        if (lexer.Next() != PdfToken.Number) return null;
        double number = lexer.Number;
        if (lexer.Next() != PdfToken.Number) return null;
        double generation = lexer.Number;
        if (lexer.Next() != PdfToken.Keyword || !lexer.Bytes.StartsWith("obj"u8)) return null;
        if (number is < 0 or > int.MaxValue || (expected is { } wanted && number != wanted) || !MayParse()) return null;

        var decrypt = encrypted ? _security?.Strings((int)number, (int)generation) : null;
        var parser = new PdfParser(_data, lexer.Start + 3, this, Names, decrypt);
        var value = parser.Parse();
        _parsedBytes += parser.Lexer.Position - offset;
        if (value is not PdfDictionary dictionary || parser.Lexer.Next() != PdfToken.Keyword || !parser.Lexer.Bytes.StartsWith("stream"u8)) return value;
        int start = parser.Lexer.Start + 6;
        if (start < _data.Length && _data[start] == '\r') start++;
        if (start < _data.Length && _data[start] == '\n') start++;
        return new PdfStream(this, dictionary, _data.AsMemory(start, StreamLength(dictionary, start)), (int)number, (int)generation);
    }

    /// <summary>The stated length where the stream ends there; else up to <c>endstream</c>.</summary>
    private int StreamLength(PdfDictionary dictionary, int start)
    {
        double stated = dictionary.Number("Length", -1);
        if (stated >= 0 && start + stated <= _data.Length)
        {
            int after = start + (int)stated;
            while (after < _data.Length && PdfLexer.IsWhite(_data[after])) after++;
            if (_data.AsSpan(after).StartsWith("endstream"u8) || _data.AsSpan(after).StartsWith("endobj"u8)) return (int)stated;
        }

        var rest = _data.AsSpan(start);
        int end = rest.IndexOf("endstream"u8);
        if (end < 0) end = rest.IndexOf("endobj"u8);
        _parsedBytes += end < 0 ? rest.Length : end;
        if (end < 0) return rest.Length;
        if (end > 0 && rest[end - 1] == '\n') end--;
        if (end > 0 && rest[end - 1] == '\r') end--;
        return end;
    }

    private void Open(int headerOffset)
    {
        if (new CrossReferenceReader(_data, headerOffset, this).Read() is { } read)
        {
            Use(read);
            _loaded.Clear();
            SetUpSecurity();
            if (Trailer.Dictionary("Root")?.Dictionary("Pages") is not null) return;
        }

        if (!_repaired) Repair("交叉引用表缺失或损坏");
        if (_entries.Count == 0)
            throw new UnreadableDocumentException("PDF 文件已损坏：找不到任何对象。") { Reason = UnreadableReason.Damaged };
    }

    /// <summary>Starts anew from a scan of the whole file. What has been read already stays valid.</summary>
    private void Repair(string why)
    {
        Diagnostics.Add($"文件结构已损坏（{why}），已通过扫描全文件重建。");
        _repaired = true;
        var older = Trailer;
        var scanner = new RepairScanner(_data, this);
        Use(scanner.Scan());
        Trailer = Trailer.Merge(older);
        _loaded.Clear();
        _packed.Clear();
        if (_security is null && Trailer.Raw("Encrypt") is null) FindEncryption();
        if (_security is null) SetUpSecurity();
        foreach (int number in scanner.ObjectStreams)
        {
            var members = ObjectStream(number);
            for (int i = 0; i < members.Length; i++)
                _entries.TryAdd(members[i].Number, new CrossReference(EntryKind.Packed, number, i));
        }

        if (Trailer.Dictionary("Root")?.Raw("Pages") is not null) return;
        foreach (int number in Numbers)
        {
            if (Load(number) is PdfDictionary found
                && (found.Name("Type") == "Catalog" || (found.Name("Type") is null && found.Dictionary("Pages")?.Array("Kids") is not null)))
                Trailer = Trailer.With("Root", new PdfReference(this, number));
        }
    }

    private void Use(CrossReferences references)
    {
        _entries = references.Entries;
        Trailer = references.Trailer;
    }

    private void SetUpSecurity()
    {
        if (Trailer.Dictionary("Encrypt") is not { } encryption) return;
        var id = Trailer.Array("ID") is { Count: > 0 } ids && ids[0] is PdfString first ? first.Bytes : [];
        _security = StandardSecurityHandler.Create(encryption, id);
        _loaded.Clear();
        _packed.Clear();
        if (Trailer.Raw("Encrypt") is PdfReference reference) _loaded[reference.Number] = encryption;
    }

    /// <summary>Whether reading objects has kept within reason: each stands once in a sound file, while a hostile one makes many of the same bytes.</summary>
    private bool MayParse()
    {
        if (_parsedBytes <= (4L * _data.Length) + (2L * Limits.StreamBytes)) return true;
        Diagnostics.Add("对象互相重叠，读取量超过上限，其余对象未读取。", isLoss: true);
        return false;
    }

    /// <summary>Of a file whose trailer is lost: the dictionary that looks like its encryption.</summary>
    private void FindEncryption()
    {
        foreach (int number in Numbers)
        {
            if (Load(number) is PdfDictionary found && found.Name("Filter") == "Standard" && found.Get("O") is PdfString && found.Get("U") is PdfString)
                Trailer = Trailer.With("Encrypt", new PdfReference(this, number));
        }
    }

    private PdfObject? FromObjectStream(CrossReference entry, int number)
    {
        var members = ObjectStream(entry.Location);
        if (entry.Index < members.Length && members[entry.Index].Number == number) return members[entry.Index].Value;
        foreach (var member in members)
        {
            if (member.Number == number) return member.Value;
        }

        return null;
    }

    private (int Number, PdfObject Value)[] ObjectStream(int number)
    {
        if (_packed.TryGetValue(number, out var kept)) return kept;
        _packed[number] = [];
        if (Load(number) is not PdfStream stream) return [];
        var bytes = stream.Decode();
        _packedBytes += bytes.Length;
        if (_packedBytes > 4L * Limits.StreamBytes)
        {
            Diagnostics.Add("对象流展开后超过上限，其余对象未读取。", isLoss: true);
            return [];
        }

        double count = stream.Dictionary.Number("N", 0), first = stream.Dictionary.Number("First", 0);
        var header = new PdfLexer(bytes.Span);
        var members = new List<(int, PdfObject)>();
        long parsed = 0;
        for (int i = 0; i < count; i++)
        {
            if (header.Next() != PdfToken.Number) break;
            double member = header.Number;
            if (header.Next() != PdfToken.Number) break;
            double offset = first + header.Number;
            if (member is < 0 or > int.MaxValue || !(offset >= 0 && offset < bytes.Length)) continue;
            var parser = new PdfParser(bytes.Span, (int)offset, this, Names);
            members.Add(((int)member, parser.Parse()));
            parsed += parser.Lexer.Position - (int)offset;
            if (parsed <= 2L * bytes.Length) continue;
            Diagnostics.Add("对象流中的对象互相重叠，其余对象未读取。", isLoss: true);
            break;
        }

        return _packed[number] = [.. members];
    }
}
