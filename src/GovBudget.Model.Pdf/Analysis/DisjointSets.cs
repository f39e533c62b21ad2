namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Sets of small numbers that are joined and looked up in nearly constant time.</summary>
internal sealed class DisjointSets
{
    private readonly int[] _parent;

    public DisjointSets(int count)
    {
        _parent = new int[count];
        for (int i = 0; i < count; i++) _parent[i] = i;
    }

    public int Find(int item)
    {
        while (_parent[item] != item) item = _parent[item] = _parent[_parent[item]];
        return item;
    }

    public void Join(int a, int b) => _parent[Find(a)] = Find(b);
}
