namespace Hkall.Service.Notices;
public sealed class NoticeRenderer { public RenderedNotice Render(NoticeData data) => throw new NotSupportedException(); }
