using System.Text;

namespace GovBudget.Model.Pdf.Fonts;

/// <summary>
/// Folds characters that look the same to a reader but are others to a search: Kangxi radicals, CJK radicals and compatibility ideographs
/// become the ideographs they stand for. Nothing else changes: full-width forms, circled numbers and unit signs are text as printed.
/// </summary>
public static class UnicodeFolding
{
    // U+2F00–2FD5, in order.
    private const string Kangxi =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    // U+2E80–2EF3, in order; 2E9A is not assigned; a space keeps what has no ideograph of its own.
    private const string Radicals =
        " 厂乛乚乙亻冂几刀刂卜㔾小小兀尣尢尢巳幺彑彐忄心扌攵 旡日月歹母民氵水灬爫爫丬牛犭王疋目示礻竹糹纟罓罒罓  羊羊羊耂聿聿肉臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

    /// <summary>The text with such characters folded; the same instance where there are none.</summary>
    /// <param name="text">Any text.</param>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int at = 0;
        while (at < text.Length && !MayFold(text[at])) at++;
        if (at == text.Length) return text;
        var folded = new StringBuilder(text.Length).Append(text, 0, at);
        foreach (var rune in text.AsSpan(at).EnumerateRunes()) folded.Append(Fold(rune).ToString());
        return folded.ToString();
    }

    private static bool MayFold(char c) => c is (>= '\u2E80' and <= '\u2FD5') or (>= '\uF900' and <= '\uFAFF');

    private static Rune Fold(Rune rune)
    {
        int value = rune.Value;
        if (value is >= 0x2F00 and <= 0x2FD5) return new Rune(Kangxi[value - 0x2F00]);
        if (value is >= 0x2E80 and <= 0x2EF3) return Radicals[value - 0x2E80] is var radical and not ' ' ? new Rune(radical) : rune;
        return CompatibilityIdeographs.Find(value) is { } ideograph ? new Rune(ideograph) : rune;
    }
}
