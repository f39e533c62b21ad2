namespace GovBudget.Model;

/// <summary>Several figures side by side, each of its own name.</summary>
internal sealed partial class Lexer
{
    /// <summary>各减少1267.86，2570.97万元: whether a word of direction and several figures follow.</summary>
    private bool SeveralFollow(int at)
    {
        var word = Lexicon.Words.FirstOrDefault(w => w.Kind == TokenKind.Direction && Matches(at, w.Word)).Word;
        if (word is null) return false;
        at += word.Length;
        if (at < _text.Length && _text[at] is '了' or '约') at++;
        if (at >= _text.Length || !char.IsAsciiDigit(_text[at])) return false;
        var end = NumberEnd(at);
        var unit = Units.FirstOrDefault(u => Matches(end, u.Name)).Name;
        end += unit?.Length ?? 0;
        return end + 1 < _text.Length && _text[end] is '，' or '、' or '和' && char.IsAsciiDigit(_text[end + 1]);
    }

    /// <summary>Whether the words before give several names a value each.</summary>
    private bool IsOneOfSeveral(int at)
    {
        if (_textStart >= 0) return false;
        var before = _tokens.Count - 1;
        while (before > 0 && _tokens[before].Kind is TokenKind.Figure or TokenKind.Comma or TokenKind.Pause or TokenKind.Direction or TokenKind.Basis) before--;
        return before >= 0 && at > 0 && _tokens[before].Kind == TokenKind.Respectively;
    }

    /// <summary>The unit of the last of several figures that stand side by side: 1267.86，2570.97万元. Null where they have none.</summary>
    private Unit? SharedUnit(int end)
    {
        while (end + 1 < _text.Length && _text[end] is '，' or '、' && char.IsAsciiDigit(_text[end + 1])) end = NumberEnd(end + 1);
        var found = Units.FirstOrDefault(u => Matches(end, u.Name));
        return found.Name is not null && (found.Unit.IsMoney || found.Unit == Unit.Percent) ? found.Unit : null;
    }
}
