package gaitd.runtime.rt;

/**
 * Reports the service's state to systemd by the datagrams of sd_notify. Does nothing without a service manager.
 *
 * <p>Never waits, so that any thread may call it. {@link #watchdog} allocates next to nothing, a status does.
 */
public final class ServiceNotifier {
    private static final long NS_PER_US = 1000;

    private final Syscalls calls;
    private final String socket;
    private final long watchdogNs;

    /**
     * A notifier.
     *
     * @param calls how to send
     * @param socket path or @ and abstract name of the manager's socket; null without a manager
     * @param watchdogUs time without a message after which the manager restarts the service, us; null for never
     */
    public ServiceNotifier(final Syscalls calls, final String socket, final String watchdogUs) {
        this.calls = calls;
        this.socket = socket == null || socket.isEmpty() ? null : socket;
        watchdogNs =
                watchdogUs == null || !watchdogUs.matches("[0-9]{1,15}") ? 0 : Long.parseLong(watchdogUs) * NS_PER_US;
    }

    /**
     * A notifier of the manager that started this process.
     *
     * @return one that goes by NOTIFY_SOCKET and WATCHDOG_USEC
     */
    public static ServiceNotifier ofThisProcess() {
        return new ServiceNotifier(
                Syscalls.ofThisMachine(), System.getenv("NOTIFY_SOCKET"), System.getenv("WATCHDOG_USEC"));
    }

    /**
     * Whether a manager listens.
     *
     * @return false when all calls do nothing
     */
    public boolean listens() {
        return socket != null;
    }

    /**
     * Watchdog timeout of the manager.
     *
     * @return ns, 0 without a watchdog
     */
    public long watchdogNs() {
        return watchdogNs;
    }

    /**
     * Says that the service has started.
     *
     * @return 0, or an error number, see {@link Errno}
     */
    public int ready() {
        return send("READY=1");
    }

    /**
     * Says that the service is alive.
     *
     * @return 0, or an error number, see {@link Errno}
     */
    public int watchdog() {
        return send("WATCHDOG=1");
    }

    /**
     * Says that the service ends by itself.
     *
     * @return 0, or an error number, see {@link Errno}
     */
    public int stopping() {
        return send("STOPPING=1");
    }

    /**
     * Says what the service does, for people.
     *
     * @param text one line; line ends become blanks
     * @return 0, or an error number, see {@link Errno}
     */
    public int status(final String text) {
        return send("STATUS=" + text.replace('\n', ' '));
    }

    private int send(final String message) {
        return socket == null ? 0 : calls.notify(socket, message);
    }
}
