using System.Diagnostics;

namespace Hkall.Service.Storage;

internal static class RowWriteExtensions
{
    extension(RowWrite write)
    {
        /// <summary>The row as the write leaves it; a delete leaves none.</summary>
        public Row? RowLeft => write switch
        {
            RowWrite.Insert insert => insert.Row,
            RowWrite.Replace replace => replace.Row,
            RowWrite.Put put => put.Row,
            RowWrite.Delete => null,
            _ => throw new UnreachableException($"No such write: {write.GetType().Name}."),
        };
    }
}
