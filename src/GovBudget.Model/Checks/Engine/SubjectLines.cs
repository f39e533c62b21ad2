namespace GovBudget.Model.Checks;

/// <summary>Finds the line of a coded table that a path of names (类, 款, 项) means.</summary>
internal static class SubjectLines
{
    private static readonly int[] Lengths = [3, 5, 7];

    /// <summary>The lines whose own name and whose ancestors' names are those of the path. Codes stand for the level: 3, 5 and 7 digits.</summary>
    public static List<int> Find(StatementIndex statement, ValueList<string> path) => Matching(statement, path, path.Count - 1);

    /// <summary>The lines that bear the path's last name on its level, whatever stands above them but for the 类.</summary>
    public static List<int> FindLeaf(StatementIndex statement, ValueList<string> path) => Matching(statement, path, 0);

    private static List<int> Matching(StatementIndex statement, ValueList<string> path, int ancestors)
    {
        var lines = new List<int>();
        if (path.Count is 0 or > 3) return lines;
        foreach (var line in statement.Codes.Ordered)
        {
            if (statement.Schemes[line] != CodeScheme.Functional
                || statement.Lines[line].Code!.Length != Lengths[path.Count - 1]
                || !Same(statement.Name(line), path[^1]))
                continue;
            var above = line;
            var fits = true;
            for (var level = path.Count - 2; level >= 0 && ancestors > 0 && fits; level--)
            {
                above = statement.Codes.Parent[above];
                if (above < 0) break;
                fits = Same(statement.Name(above), path[level]);
            }
            if (fits) lines.Add(line);
        }
        return lines;
    }

    /// <summary>The line of that code's ancestor on a level (0 类, 1 款); −1 where it is not printed.</summary>
    public static int Ancestor(StatementIndex statement, int line, int level) => statement.LineOf(statement.Lines[line].Code![..Lengths[level]]);

    /// <summary>Whether two subject names are the same but for spacing, brackets, a last 支出 and lost characters.</summary>
    public static bool Same(string printed, string official) => Plain(printed) == Plain(official);

    /// <summary>What is compared of a name.</summary>
    public static string Plain(string name) => SubjectName.Stem(SubjectName.Fold(name));
}
