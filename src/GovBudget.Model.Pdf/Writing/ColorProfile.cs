using System.Buffers.Binary;
using System.Text;

namespace GovBudget.Model.Pdf.Writing;

/// <summary>An ICC profile of the colour space sRGB (IEC 61966-2-1), made from its published primaries and transfer curve: what "black" means on paper and
/// screen.</summary>
internal static class ColorProfile
{
    private const int HeaderLength = 128, Curve = 1024;

    /// <summary>The profile's bytes, version 2.1.</summary>
    public static byte[] Make()
    {
        // Primaries and white point adapted to D50, as the ICC publishes them.
        byte[] curve = TransferCurve();
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", Description("sRGB IEC61966-2.1")),
            ("cprt", Text("No copyright, use freely")),
            ("wtpt", Xyz(0.9642, 1, 0.8249)),
            ("rXYZ", Xyz(0.4360747, 0.2225045, 0.0139322)),
            ("gXYZ", Xyz(0.3850649, 0.7168786, 0.0971045)),
            ("bXYZ", Xyz(0.1430804, 0.0606169, 0.7141733)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];
        int table = HeaderLength + 4 + (12 * tags.Length), end = table;
        var places = new Dictionary<byte[], int>(ReferenceEqualityComparer.Instance);
        foreach (var (_, data) in tags)
            if (places.TryAdd(data, end)) end += (data.Length + 3) & ~3;
        var profile = new byte[end];
        Put(0, end);
        Put(8, 0x02100000);
        Ascii(12, "mntrRGB XYZ ");
        foreach (var (at, part) in (ReadOnlySpan<(int, short)>)[(24, 2000), (26, 1), (28, 1)]) BinaryPrimitives.WriteInt16BigEndian(profile.AsSpan(at), part);
        Ascii(36, "acsp");
        Xyz(0.9642, 1, 0.8249).AsSpan(8).CopyTo(profile.AsSpan(68));
        Put(HeaderLength, tags.Length);
        for (int i = 0; i < tags.Length; i++)
        {
            int row = HeaderLength + 4 + (12 * i);
            Ascii(row, tags[i].Tag);
            Put(row + 4, places[tags[i].Data]);
            Put(row + 8, tags[i].Data.Length);
            tags[i].Data.CopyTo(profile, places[tags[i].Data]);
        }
        return profile;

        void Put(int at, int value) => BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(at), value);
        void Ascii(int at, string text) => Encoding.ASCII.GetBytes(text, profile.AsSpan(at));
    }

    private static byte[] Xyz(double x, double y, double z)
    {
        var data = new byte[20];
        Encoding.ASCII.GetBytes("XYZ ", data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), (int)Math.Round(x * 65536));
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(12), (int)Math.Round(y * 65536));
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(16), (int)Math.Round(z * 65536));
        return data;
    }

    private static byte[] Text(string text) => [.. "text\0\0\0\0"u8, .. Encoding.ASCII.GetBytes(text), 0];

    private static byte[] Description(string text)
    {
        var data = new byte[12 + text.Length + 1 + 78];
        Encoding.ASCII.GetBytes("desc", data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), text.Length + 1);
        Encoding.ASCII.GetBytes(text, data.AsSpan(12));
        return data;
    }

    private static byte[] TransferCurve()
    {
        var data = new byte[12 + (2 * Curve)];
        Encoding.ASCII.GetBytes("curv", data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), Curve);
        for (int i = 0; i < Curve; i++)
        {
            double v = i / (Curve - 1.0), linear = v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4);
            BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(12 + (2 * i)), (ushort)Math.Round(linear * 65535));
        }
        return data;
    }
}
