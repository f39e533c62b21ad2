using GovBudget.Model.Pdf.Content;
using GovBudget.Model.Pdf.Objects;

namespace GovBudget.Model.Pdf.Recognition;

/// <summary>Decodes images that are stored as samples (uncompressed, Flate, LZW, run length) into grey.</summary>
internal static class ImageSamples
{
    private const long MostPixels = 100_000_000;

    /// <summary>The image as stored, its first row on top; null where its filter is a picture format of its own, or its data is short.</summary>
    public static GrayBitmap? Read(PdfStream stream, ColorSpace space)
    {
        var image = stream.Dictionary;
        int width = image.Integer("Width"), height = image.Integer("Height");
        if (width < 1 || height < 1 || (long)width * height > MostPixels || IsPictureFormat(image)) return null;
        bool mask = image.Boolean("ImageMask");
        int bits = mask ? 1 : image.Integer("BitsPerComponent", 8), components = mask ? 1 : space.Components;
        if (bits is not (1 or 2 or 4 or 8 or 16) || components is < 1 or > 32) return null;
        long stride = (((long)width * components * bits) + 7) / 8;
        var data = stream.Decode();
        if (data.Length < stride * height) return null;
        var bitmap = new GrayBitmap(width, height);
        var decode = image.Numbers("Decode", 2 * components);
        if (bits == 8 && decode is null && components == 3 && space == ColorSpace.Rgb) ReadRgb(data.Span, bitmap);
        else ReadAny(data.Span, (int)stride, bits, components, mask ? ColorSpace.Gray : space, decode, bitmap);
        return bitmap;
    }

    /// <summary>The picture turned and mirrored as the map from the unit square to the page (y down) shows it; null where it stands askew.</summary>
    public static GrayBitmap? Turn(GrayBitmap stored, in Matrix toPage)
    {
        double upright = Math.Abs(toPage.A) + Math.Abs(toPage.D), lying = Math.Abs(toPage.B) + Math.Abs(toPage.C);
        if (Math.Min(upright, lying) > 0.01 * Math.Max(upright, lying)) return null;
        bool turned = lying > upright;
        bool mirrorX = turned ? toPage.C > 0 : toPage.A < 0, mirrorY = turned ? toPage.B < 0 : toPage.D > 0;
        if (!turned && !mirrorX && !mirrorY) return stored;
        var result = turned ? new GrayBitmap(stored.Height, stored.Width) : new GrayBitmap(stored.Width, stored.Height);
        for (int y = 0; y < result.Height; y++)
        {
            int row = mirrorY ? result.Height - 1 - y : y;
            for (int x = 0; x < result.Width; x++)
            {
                int column = mirrorX ? result.Width - 1 - x : x;
                result[x, y] = turned ? stored[row, column] : stored[column, row];
            }
        }

        return result;
    }

    private static bool IsPictureFormat(PdfDictionary image)
    {
        var filter = image.Get("Filter");
        for (int i = 0; i < (filter is PdfArray all ? all.Count : 1); i++)
        {
            if (((filter is PdfArray names
                ? names[i]
                : filter) as PdfName)?.Value is "DCTDecode" or "DCT" or "JPXDecode" or "CCITTFaxDecode" or "CCF" or "JBIG2Decode")
                return true;
        }

        return false;
    }

    private static void ReadRgb(ReadOnlySpan<byte> data, GrayBitmap bitmap)
    {
        for (int y = 0, at = 0; y < bitmap.Height; y++)
        {
            var row = bitmap.Row(y);
            for (int x = 0; x < row.Length; x++, at += 3) row[x] = (byte)(((299 * data[at]) + (587 * data[at + 1]) + (114 * data[at + 2])) / 1000);
        }
    }

    private static void ReadAny(ReadOnlySpan<byte> data, int stride, int bits, int components, ColorSpace space, double[]? decode, GrayBitmap bitmap)
    {
        Span<double> color = stackalloc double[components];
        double most = (1L << bits) - 1;
        for (int y = 0; y < bitmap.Height; y++)
        {
            var row = bitmap.Row(y);
            var line = data.Slice(y * stride, stride);
            for (int x = 0, sample = 0; x < row.Length; x++)
            {
                for (int c = 0; c < components; c++, sample++)
                {
                    double value = Sample(line, sample, bits);
                    color[c] = decode is not null ? decode[2 * c] + (value / most * (decode[(2 * c) + 1] - decode[2 * c]))
                        : space.IsIndexed ? value : value / most * space.Range;
                }

                row[x] = (byte)Math.Round(255 * space.Luminance(color));
            }
        }
    }

    private static int Sample(ReadOnlySpan<byte> line, int index, int bits) => bits switch
    {
        8 => line[index],
        16 => (line[2 * index] << 8) | line[(2 * index) + 1],
        _ => (line[index * bits / 8] >> (8 - bits - (index * bits % 8))) & ((1 << bits) - 1),
    };
}
