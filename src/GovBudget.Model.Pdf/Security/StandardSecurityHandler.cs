using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using GovBudget.Model.Layout;
using GovBudget.Model.Pdf.Objects;

namespace GovBudget.Model.Pdf.Security;

/// <summary>Decrypts strings and streams of files that open without a password: RC4 and AES, revisions 2 to 6.</summary>
[SuppressMessage("Security", "CA5351", Justification = "The format prescribes the algorithm.")]
internal sealed class StandardSecurityHandler
{
    private readonly byte[] _key;
    private readonly Method _streams;
    private readonly Method _strings;
    private readonly bool _metadata;

    private StandardSecurityHandler(byte[] key, Method streams, Method strings, bool metadata) =>
        (_key, _streams, _strings, _metadata) = (key, streams, strings, metadata);

    private enum Method
    {
        None,
        Rc4,
        Aes128,
        Aes256,
    }

    /// <summary>The handler of a file.</summary>
    /// <exception cref="UnreadableDocumentException">A password or another security handler is needed.</exception>
    public static StandardSecurityHandler Create(PdfDictionary encryption, ReadOnlySpan<byte> id)
    {
        if (encryption.Name("Filter") is { } filter && filter != "Standard")
            throw Locked($"PDF 文件使用了“{filter}”加密方式，无法读取；请提供未加密的文件。");
        int version = encryption.Integer("V");
        if (version is < 1 or > 5 or 3) throw Locked($"PDF 文件使用了未知的加密版本 {version}，无法读取；请提供未加密的文件。");
        var key = FileKeys.FromEmptyPassword(encryption, id) ?? throw Locked("PDF 文件已加密，需要密码才能打开；请提供未加密的文件。");
        var (streams, strings) = version < 4 ? (Method.Rc4, Method.Rc4) : (Named(encryption, "StmF"), Named(encryption, "StrF"));
        if (!Fits(streams, key) || !Fits(strings, key)) throw Locked("PDF 文件的加密设置自相矛盾，无法读取；请提供未加密的文件。");
        return new StandardSecurityHandler(key, streams, strings, encryption.Boolean("EncryptMetadata", true));
    }

    /// <summary>What decrypts the strings of one object; null where strings are not encrypted.</summary>
    public StringDecryptor? Strings(int number, int generation) =>
        _strings == Method.None ? null : bytes => Apply(_strings, bytes, number, generation);

    /// <summary>The stream's bytes, decrypted, still encoded.</summary>
    public ReadOnlyMemory<byte> Decrypt(PdfStream stream)
    {
        string? type = stream.Dictionary.Name("Type");
        if (_streams == Method.None || type == "XRef" || (type == "Metadata" && !_metadata)) return stream.Raw;
        var filter = stream.Dictionary.Get("Filter");
        if (((filter is PdfArray { Count: > 0 } chain ? chain[0] : filter) as PdfName)?.Value == "Crypt") return stream.Raw;
        return Apply(_streams, stream.Raw.Span, stream.Number, stream.Generation);
    }

    private static Method Named(PdfDictionary encryption, string key) =>
        encryption.Name(key) is not { } name ? Method.None : encryption.Dictionary("CF")?.Dictionary(name)?.Name("CFM") switch
        {
            "V2" => Method.Rc4,
            "AESV2" => Method.Aes128,
            "AESV3" => Method.Aes256,
            _ => Method.None,
        };

    private static bool Fits(Method method, byte[] key) => method switch { Method.Aes128 => key.Length == 16, Method.Aes256 => key.Length == 32, _ => true };

    private static UnreadableDocumentException Locked(string message) => new(message) { Reason = UnreadableReason.Encrypted };

    private byte[] Apply(Method method, ReadOnlySpan<byte> data, int number, int generation)
    {
        if (method == Method.Aes256) return Aes(_key, data);
        byte[] seed = [.. _key, (byte)number, (byte)(number >> 8), (byte)(number >> 16), (byte)generation, (byte)(generation >> 8)];
        if (method == Method.Aes128) seed = [.. seed, .. "sAlT"u8];
        var key = MD5.HashData(seed).AsSpan(0, Math.Min(16, _key.Length + 5));
        return method == Method.Rc4 ? Rc4.Apply(key, data) : Aes(key, data);
    }

    private static byte[] Aes(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data)
    {
        int blocks = (data.Length - 16) / 16;
        if (blocks < 1) return [];
        using var aes = System.Security.Cryptography.Aes.Create();
        aes.Key = key.ToArray();
        var plain = aes.DecryptCbc(data.Slice(16, blocks * 16), data[..16], PaddingMode.None);
        int padding = plain[^1];
        return padding is >= 1 and <= 16 ? plain[..^padding] : plain;
    }
}
