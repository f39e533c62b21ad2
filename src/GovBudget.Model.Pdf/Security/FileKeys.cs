using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using GovBudget.Model.Pdf.Objects;

namespace GovBudget.Model.Pdf.Security;

/// <summary>Derives a file's key from the empty password (ISO 32000-2, 7.6.4).</summary>
[SuppressMessage("Security", "CA5350", Justification = "The format prescribes the algorithm.")]
[SuppressMessage("Security", "CA5351", Justification = "The format prescribes the algorithm.")]
internal static class FileKeys
{
    private static readonly byte[] s_padding =
    [
        0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
        0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
    ];

    /// <summary>The key, or null where the empty password opens the file neither as user nor as owner.</summary>
    public static byte[]? FromEmptyPassword(PdfDictionary encryption, ReadOnlySpan<byte> id)
    {
        int revision = encryption.Integer("R");
        byte[] owner = Bytes(encryption, "O"), user = Bytes(encryption, "U");
        if (revision >= 5) return Modern(revision, owner, user, Bytes(encryption, "OE"), Bytes(encryption, "UE"));

        int bits = encryption.Integer("Length", 40);
        if (bits < 40) bits *= 8;
        if (encryption.Integer("V") == 4) bits = 128;
        int length = revision == 2 ? 5 : Math.Clamp(bits / 8, 5, 16);
        int permissions = unchecked((int)(long)encryption.Number("P", 0));
        bool metadata = encryption.Boolean("EncryptMetadata", true);
        foreach (var password in (byte[][])[s_padding, UserPassword(owner, revision, length)])
        {
            var key = Legacy(password, owner, permissions, id, revision, length, metadata);
            if (Opens(key, user, id, revision)) return key;
        }

        return null;
    }

    private static byte[] Bytes(PdfDictionary dictionary, string key) => (dictionary.Get(key) as PdfString)?.Bytes ?? [];

    private static byte[] Legacy(byte[] password, byte[] owner, int permissions, ReadOnlySpan<byte> id, int revision, int length, bool metadata)
    {
        byte[] all = [.. password, .. owner.AsSpan(0, Math.Min(32, owner.Length)), .. BitConverter.GetBytes(permissions), .. id];
        if (revision >= 4 && !metadata) all = [.. all, 0xFF, 0xFF, 0xFF, 0xFF];
        var hash = MD5.HashData(all);
        if (revision >= 3)
        {
            for (int i = 0; i < 50; i++) hash = MD5.HashData(hash.AsSpan(0, length));
        }

        return hash[..length];
    }

    /// <summary>The user password as the empty owner password gives it.</summary>
    private static byte[] UserPassword(byte[] owner, int revision, int length)
    {
        var hash = MD5.HashData(s_padding);
        if (revision >= 3)
        {
            for (int i = 0; i < 50; i++) hash = MD5.HashData(hash);
        }

        var data = owner.AsSpan(0, Math.Min(32, owner.Length)).ToArray();
        for (int i = revision == 2 ? 0 : 19; i >= 0; i--) data = Rc4.Apply(Mixed(hash.AsSpan(0, length), i), data);
        return data.Length == 32 ? data : s_padding;
    }

    private static bool Opens(byte[] key, byte[] user, ReadOnlySpan<byte> id, int revision)
    {
        if (revision == 2) return user.Length >= 32 && Rc4.Apply(key, s_padding).AsSpan().SequenceEqual(user.AsSpan(0, 32));
        var data = Rc4.Apply(key, MD5.HashData([.. s_padding, .. id]));
        for (int i = 1; i < 20; i++) data = Rc4.Apply(Mixed(key, i), data);
        return user.Length >= 16 && data.AsSpan(0, 16).SequenceEqual(user.AsSpan(0, 16));
    }

    private static byte[] Mixed(ReadOnlySpan<byte> key, int with)
    {
        var mixed = key.ToArray();
        for (int i = 0; i < mixed.Length; i++) mixed[i] ^= (byte)with;
        return mixed;
    }

    private static byte[]? Modern(int revision, byte[] owner, byte[] user, byte[] ownerKey, byte[] userKey)
    {
        if (owner.Length < 48 || user.Length < 48 || ownerKey.Length < 32 || userKey.Length < 32) return null;
        if (Hash(revision, user.AsSpan(32, 8), []).AsSpan().SequenceEqual(user.AsSpan(0, 32)))
            return Unwrap(Hash(revision, user.AsSpan(40, 8), []), userKey);
        var salt = user.AsSpan(0, 48);
        return Hash(revision, owner.AsSpan(32, 8), salt).AsSpan().SequenceEqual(owner.AsSpan(0, 32))
            ? Unwrap(Hash(revision, owner.AsSpan(40, 8), salt), ownerKey)
            : null;
    }

    private static byte[] Unwrap(byte[] key, byte[] wrapped)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.DecryptCbc(wrapped.AsSpan(0, 32), new byte[16], PaddingMode.None);
    }

    private static byte[] Hash(int revision, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> extra)
    {
        var key = SHA256.HashData([.. salt, .. extra]);
        if (revision < 6) return key;
        using var aes = Aes.Create();
        for (int round = 0; ; round++)
        {
            byte[] one = [.. key, .. extra];
            var repeated = new byte[one.Length * 64];
            for (int i = 0; i < 64; i++) one.CopyTo(repeated, i * one.Length);
            aes.Key = key[..16];
            var encrypted = aes.EncryptCbc(repeated, key.AsSpan(16, 16), PaddingMode.None);
            int sum = 0;
            for (int i = 0; i < 16; i++) sum += encrypted[i];
            key = (sum % 3) switch { 0 => SHA256.HashData(encrypted), 1 => SHA384.HashData(encrypted), _ => SHA512.HashData(encrypted) };
            if (round >= 63 && encrypted[^1] <= round - 31) return key[..32];
        }
    }
}
