package gaitd.runtime.rt;

/** Error numbers of Linux that real-time calls return, and their names. */
public final class Errno {
    /** Not permitted. */
    public static final int EPERM = 1;
    /** No such file. */
    public static final int ENOENT = 2;
    /** No such thread. */
    public static final int ESRCH = 3;
    /** Interrupted by a signal. */
    public static final int EINTR = 4;
    /** Input or output failed. */
    public static final int EIO = 5;
    /** Would have to wait, or a limit is reached. */
    public static final int EAGAIN = 11;
    /** No memory, or more than the limit allows. */
    public static final int ENOMEM = 12;
    /** No access. */
    public static final int EACCES = 13;
    /** A wrong argument. */
    public static final int EINVAL = 22;
    /** A name that is too long. */
    public static final int ENAMETOOLONG = 36;
    /** The system does not have this call. */
    public static final int ENOSYS = 38;
    /** Connection refused. */
    public static final int ECONNREFUSED = 111;

    private Errno() {}

    /**
     * Name of an error.
     *
     * @param errno its number
     * @return such as EPERM, or {@code error 99}
     */
    public static String name(final int errno) {
        return switch (errno) {
            case EPERM -> "EPERM";
            case ENOENT -> "ENOENT";
            case ESRCH -> "ESRCH";
            case EINTR -> "EINTR";
            case EIO -> "EIO";
            case EAGAIN -> "EAGAIN";
            case ENOMEM -> "ENOMEM";
            case EACCES -> "EACCES";
            case EINVAL -> "EINVAL";
            case ENAMETOOLONG -> "ENAMETOOLONG";
            case ENOSYS -> "ENOSYS";
            case ECONNREFUSED -> "ECONNREFUSED";
            default -> "error " + errno;
        };
    }
}
