using System.Diagnostics;

namespace Hkall.Service.Storage;

internal static class RowWriteExtensions
{
    extension(RowWrite write)
    {
        /// <summary>The row after the write; null after a delete.</summary>
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
