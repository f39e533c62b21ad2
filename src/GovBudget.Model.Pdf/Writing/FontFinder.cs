namespace GovBudget.Model.Pdf.Writing;

/// <summary>A font that is known to print Chinese documents well.</summary>
/// <param name="Family">Its family's name, as messages and <see cref="PdfWriteOptions.FontFamilies"/> call it.</param>
/// <param name="Aliases">Other names of the family.</param>
/// <param name="Files">The file names under which systems keep it.</param>
internal sealed record KnownFont(string Family, string[] Aliases, string[] Files);

/// <summary>Finds Chinese TrueType and OpenType fonts on the machine. What is found is kept for the life of the process.</summary>
internal static class FontFinder
{
    private const int MostFolders = 4000, Deepest = 6;

    /// <summary>The fonts looked for, best for official tables first: Song faces, then black faces.</summary>
    public static IReadOnlyList<KnownFont> Known { get; } =
    [
        new("SimSun", ["宋体", "NSimSun", "新宋体"], ["simsun.ttc", "simsun.ttf", "nsimsun.ttf"]),
        new("FangSong", ["仿宋", "FangSong_GB2312", "仿宋_GB2312"], ["simfang.ttf", "fangsong.ttf", "仿宋_gb2312.ttf", "simfang_gb2312.ttf"]),
        new("AR PL UMing CN", ["UMing", "文鼎PL明体"], ["uming.ttc"]),
        new("Songti SC", ["宋体-简", "STSong", "华文宋体"], ["songti.ttc", "stsong.ttf"]),
        new("Noto Serif CJK SC", ["Noto Serif CJK", "思源宋体", "Source Han Serif SC", "Source Han Serif CN"],
            ["notoserifcjk-regular.ttc", "notoserifcjksc-regular.otf", "sourcehanserifsc-regular.otf", "sourcehanserifcn-regular.otf",
                "sourcehanserif-regular.ttc", "sourcehanserif.ttc"]),
        new("Noto Serif SC", [],
            ["notoserifsc-regular.ttf", "notoserifsc-regular.otf", "notoserifsc[wght].ttf", "notoserifsc_400regular.ttf", "notoserifsc-variablefont_wght.ttf"]),
        new("Microsoft YaHei", ["微软雅黑"], ["msyh.ttc", "msyh.ttf"]),
        new("Noto Sans CJK SC", ["Noto Sans CJK", "思源黑体", "Source Han Sans SC", "Source Han Sans CN"],
            ["notosanscjk-regular.ttc", "notosanscjksc-regular.otf", "sourcehansanssc-regular.otf", "sourcehansanscn-regular.otf", "sourcehansans-regular.ttc",
                "sourcehansans.ttc"]),
        new("Noto Sans SC", [],
            ["notosanssc-regular.ttf", "notosanssc-regular.otf", "notosanssc[wght].ttf", "notosanssc_400regular.ttf", "notosanssc-variablefont_wght.ttf"]),
        new("WenQuanYi Zen Hei", ["文泉驿正黑"], ["wqy-zenhei.ttc", "wqy-zenhei.ttf"]),
        new("WenQuanYi Micro Hei", ["文泉驿微米黑"], ["wqy-microhei.ttc", "wqy-microhei.ttf"]),
        new("SimHei", ["黑体"], ["simhei.ttf"]),
        new("AR PL UKai CN", ["UKai", "文鼎PL楷书"], ["ukai.ttc"]),
        new("DengXian", ["等线"], ["deng.ttf"]),
        new("Droid Sans Fallback", [], ["droidsansfallbackfull.ttf", "droidsansfallback.ttf"]),
    ];

    private static readonly Lazy<IReadOnlyList<string>> s_files = new(Scan);
    private static readonly Lazy<IReadOnlyList<Lazy<FontProgram?>>> s_known = new(() =>
        [.. from font in Known
            let path = s_files.Value.FirstOrDefault(file => font.Files.Contains(Path.GetFileName(file).ToLowerInvariant()))
            where path is not null
            select new Lazy<FontProgram?>(() => Open(path, [font.Family, .. font.Aliases]))]);

    /// <summary>The known fonts that stand on this machine, opened as they are asked for.</summary>
    public static IEnumerable<FontProgram> OnMachine() => s_known.Value.Select(font => font.Value).OfType<FontProgram>();

    /// <summary>The font of a family: one of the known, else any font file on the machine whose family has that name.</summary>
    /// <returns>Null where there is none that can be embedded.</returns>
    public static FontProgram? OfFamily(string family)
    {
        var known = Known.FirstOrDefault(font => Same(font.Family, family) || font.Aliases.Any(alias => Same(alias, family)));
        var files = known is null
            ? s_files.Value
            : s_files.Value.Where(file => known.Files.Contains(Path.GetFileName(file).ToLowerInvariant())).Concat(s_files.Value);
        return files.Select(file => Open(file, [family], exact: true)).FirstOrDefault(font => font is not null);
    }

    /// <summary>Opens a font file named by the caller.</summary>
    /// <exception cref="PdfFontException">It cannot be read, or not be embedded.</exception>
    public static FontProgram OfFile(string path, string? family)
    {
        byte[] data;
        try
        {
            data = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PdfFontException($"字体文件 {path} 无法读取：{error.Message}", error);
        }
        return FontProgram.Open(data, Index(data, family is null ? Known.SelectMany(font => font.Aliases.Prepend(font.Family)) : [family]) ?? 0, path);
    }

    private static FontProgram? Open(string path, IReadOnlyList<string> families, bool exact = false)
    {
        try
        {
            byte[] data = File.ReadAllBytes(path);
            return Index(data, families) is { } index ? FontProgram.Open(data, index, path) : exact ? null : FontProgram.Open(data, 0, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or PdfFontException)
        {
            return null;
        }
    }

    private static int? Index(byte[] data, IEnumerable<string> families)
    {
        var all = Enumerable.Range(0, FontTables.Count(data)).Select(i => new FontTables(data, i).Families()).ToList();
        foreach (string family in families)
        {
            int index = all.FindIndex(names => names.Any(name => Same(name, family)));
            if (index >= 0) return index;
        }
        return null;
    }

    private static bool Same(string a,
        string b) =>
            string.Equals(a.Replace(" ", "", StringComparison.Ordinal), b.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    private static List<string> Scan()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string[] roots =
        [
            Environment.GetFolderPath(Environment.SpecialFolder.Fonts), "/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "/Library/Fonts",
            Path.Combine(home, ".fonts"), Path.Combine(home, ".local", "share", "fonts"), Path.Combine(home, "Library", "Fonts"),
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "Microsoft", "Windows", "Fonts"),
        ];
        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = Deepest, IgnoreInaccessible = true };
        return [.. roots.Where(root => Path.IsPathRooted(root) && Directory.Exists(root)).Distinct()
            .SelectMany(root => Directory.EnumerateFiles(root, "*", options).Take(MostFolders))
            .Where(file => Path.GetExtension(file).ToUpperInvariant() is ".TTF" or ".TTC" or ".OTF" or ".OTC")
            .Distinct().Order(StringComparer.Ordinal)];
    }
}
