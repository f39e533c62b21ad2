namespace GovBudget.Model.Pdf.Fonts;

/// <summary>The 256 codes of the encodings that simple fonts name; U+0000 where a code has no character.</summary>
internal static class SimpleEncodings
{
    public static readonly string WinAnsi = Build(
        (0x20, "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~".Insert(0, " ")),
        (0x80, "€•‚ƒ„…†‡ˆ‰Š‹Œ•Ž••‘’“”•–—˜™š›œ•žŸ"),
        (0xA0, "\u00A0¡¢£¤¥¦§¨©ª«¬-®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ"));

    public static readonly string MacRoman = Build(
        (0x20, WinAnsi.Substring(0x20, 0x5F)),
        (0x80, "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\0ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ"));

    public static readonly string Standard = Build(
        (0x20, WinAnsi.Substring(0x20, 0x5F)),
        (0x27, "’"),
        (0x60, "‘"),
        (0xA1, "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ\0–†‡·\0¶•‚„”»…‰\0¿\0`´ˆ˜¯˘˙¨\0˚¸\0˝˛ˇ—"),
        (0xE1, "Æ\0ª\0\0\0\0ŁØŒº\0\0\0\0\0æ\0\0\0ı\0\0łøœß"));

    public static readonly string Symbol = Build(
        (0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_\u203Eαβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
        (0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…\u23D0\u23AF↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\0〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"));

    public static readonly string ZapfDingbats = BuildDingbats();

    /// <summary>The encoding of a name; null where the name is none.</summary>
    public static string? Find(string? name) => name switch
    {
        "WinAnsiEncoding" => WinAnsi,
        "MacRomanEncoding" => MacRoman,
        "StandardEncoding" => Standard,
        _ => null,
    };

    private static string Build(params (int First, string Characters)[] runs)
    {
        var codes = new char[256];
        foreach (var (first, characters) in runs) characters.CopyTo(0, codes, first, characters.Length);
        return new string(codes);
    }

    private static string BuildDingbats()
    {
        var codes = new char[256];
        for (int i = 0x21; i <= 0x7E; i++) codes[i] = (char)(0x2700 + i - 0x20);
        for (int i = 0xA1; i <= 0xFE; i++) codes[i] = (char)(0x2700 + i - 0x40);
        (codes[0x20], codes[0xF0]) = (' ', '\0');
        foreach (var (code, character) in (ReadOnlySpan<(int, char)>)[(0x25, '☎'), (0x2A, '☛'), (0x2B, '☞'), (0x48, '★'), (0x6C, '●'), (0x6E, '■'),
            (0x73, '▲'), (0x74, '▼'), (0x75, '◆'), (0x77, '◗'), (0xA8, '♣'), (0xA9, '♦'), (0xAA, '♥'), (0xAB, '♠'), (0xD5, '→'), (0xD6, '↔'), (0xD7, '↕')])
            codes[code] = character;
        for (int i = 0; i < 10; i++) codes[0xAC + i] = (char)('①' + i);
        return new string(codes);
    }
}
