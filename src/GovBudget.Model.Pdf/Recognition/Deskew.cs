namespace GovBudget.Model.Pdf.Recognition;

/// <summary>Turns a scanned picture so that its lines run level: a page is seldom laid straight on the glass.</summary>
internal static class Deskew
{
    private const double MostDegrees = 4, CoarseStep = 0.2, FineStep = 0.02, LeastDegrees = 0.04;
    private const int MostPoints = 60_000, FewestPoints = 500;

    /// <summary>The picture with level lines; the same instance where they are.</summary>
    public static GrayBitmap Level(GrayBitmap bitmap)
    {
        double degrees = Angle(bitmap);
        return Math.Abs(degrees) < LeastDegrees ? bitmap : Turned(bitmap, degrees);
    }

    /// <summary>How many degrees the lines of a picture fall to the right, up to four; 0 where there is too little ink to tell.</summary>
    public static double Angle(GrayBitmap bitmap)
    {
        var ink = Ink(bitmap);
        if (ink.Count < FewestPoints) return 0;
        double coarse = Best(ink, bitmap, 0, MostDegrees, CoarseStep);
        return Math.Round(Best(ink, bitmap, coarse, CoarseStep, FineStep), 3);
    }

    /// <summary>The angle around another at which the ink falls into the fewest rows.</summary>
    private static double Best(List<(int X, int Y)> ink, GrayBitmap bitmap, double middle, double reach, double step)
    {
        var rows = new int[bitmap.Height + (2 * bitmap.Width)];
        double best = middle;
        long most = -1;
        int steps = (int)Math.Round(reach / step);
        for (int i = 0; i <= 2 * steps; i++)
        {
            // From the middle outwards: where several angles do, the smallest turn is the right one.
            double degrees = middle + ((i + 1) / 2 * step * (i % 2 == 0 ? 1 : -1)), slope = Math.Tan(degrees * Math.PI / 180);
            Array.Clear(rows);
            foreach (var (x, y) in ink) rows[(int)(y - (x * slope)) + bitmap.Width]++;
            long score = 0;
            foreach (int row in rows) score += (long)row * row;
            if (score > most) (most, best) = (score, degrees);
        }

        return best;
    }

    /// <summary>Where ink lies, evenly thinned out.</summary>
    private static List<(int X, int Y)> Ink(GrayBitmap bitmap)
    {
        int threshold = bitmap.Threshold();
        long dark = 0;
        for (int y = 0; y < bitmap.Height; y++)
            foreach (byte pixel in bitmap.Row(y))
                if (pixel < threshold) dark++;
        int step = (int)Math.Max(1, dark / MostPoints);
        var ink = new List<(int X, int Y)>();
        for (int x = 0; x < bitmap.Width; x += step)
            for (int y = 0; y < bitmap.Height; y++)
                if (bitmap[x, y] < threshold) ink.Add((x, y));
        return ink;
    }

    private static GrayBitmap Turned(GrayBitmap bitmap, double degrees)
    {
        var turned = new GrayBitmap(bitmap.Width, bitmap.Height);
        double sin = Math.Sin(degrees * Math.PI / 180), cos = Math.Cos(degrees * Math.PI / 180), middleX = bitmap.Width / 2.0, middleY = bitmap.Height / 2.0;
        for (int y = 0; y < bitmap.Height; y++)
        {
            var row = turned.Row(y);
            double down = y + 0.5 - middleY;
            for (int x = 0; x < row.Length; x++)
            {
                double across = x + 0.5 - middleX;
                row[x] = bitmap.Between(middleX + (across * cos) - (down * sin) - 0.5, middleY + (across * sin) + (down * cos) - 0.5);
            }
        }

        return turned;
    }
}
