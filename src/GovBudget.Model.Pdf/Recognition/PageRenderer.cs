using System.Globalization;

namespace GovBudget.Model.Pdf.Recognition;

/// <summary>Renders pages with poppler's <c>pdftoppm</c>, where it is installed: for pictures stored in formats that are not decoded here.</summary>
internal static class PageRenderer
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    /// <summary>The page in grey as a viewer shows it; null where the program is missing or fails.</summary>
    public static GrayBitmap? Render(ReadOnlyMemory<byte> file, int page, int dotsPerInch, CancellationToken cancellationToken)
    {
        string number = page.ToString(CultureInfo.InvariantCulture), resolution = dotsPerInch.ToString(CultureInfo.InvariantCulture);
        try
        {
            return Parse(ExternalProgram.Run("pdftoppm", ["-gray", "-cropbox", "-r", resolution, "-f", number, "-l", number, "-"], file, s_patience,
                cancellationToken));
        }
        catch (RecognitionException)
        {
            return null;
        }
    }

    /// <summary>A binary PGM file of one byte a pixel; null where it is something else.</summary>
    internal static GrayBitmap? Parse(ReadOnlySpan<byte> data)
    {
        if (!data.StartsWith("P5"u8)) return null;
        Span<int> sizes = stackalloc int[3];
        int at = 2;
        for (int i = 0; i < sizes.Length; i++)
        {
            while (at < data.Length && data[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t') at++;
            while (at < data.Length && data[at] is >= (byte)'0' and <= (byte)'9' && sizes[i] < 1_000_000) sizes[i] = (10 * sizes[i]) + data[at++] - '0';
        }

        at++;
        if (sizes[0] < 1 || sizes[1] < 1 || sizes[2] != 255 || data.Length - at < (long)sizes[0] * sizes[1]) return null;
        var bitmap = new GrayBitmap(sizes[0], sizes[1]);
        for (int y = 0; y < bitmap.Height; y++) data.Slice(at + (y * bitmap.Width), bitmap.Width).CopyTo(bitmap.Row(y));
        return bitmap;
    }
}
