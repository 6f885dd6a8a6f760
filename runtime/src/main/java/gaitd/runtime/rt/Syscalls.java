package gaitd.runtime.rt;

/**
 * The system calls that real time needs. Each returns 0, or the error number of the system, see {@link Errno}.
 *
 * <p>All act on the calling thread except {@link #lockMemory}, which is about the process, and {@link #fifo}, {@link #ordinary} and {@link #avoid}, which take a thread. Called while arming; only {@link #sleepUntil}
 * is called in the tick, and allocates nothing.
 */
public interface Syscalls {
    /**
     * Puts a thread into the class SCHED_FIFO.
     *
     * @param thread its number in the system, 0 for the calling one
     * @param priority 1 to 99
     * @return 0 or an error number
     */
    int fifo(int thread, int priority);

    /**
     * Puts a thread back among ordinary ones.
     *
     * @param thread its number in the system, 0 for the calling one
     * @return 0 or an error number
     */
    int ordinary(int thread);

    /**
     * Keeps the calling thread on one processor.
     *
     * @param cpu number from 0
     * @return 0 or an error number
     */
    int pin(int cpu);

    /**
     * Keeps a thread off a processor, if it may run on any other.
     *
     * @param thread its number in the system
     * @param cpu number from 0
     * @return 0 or an error number
     */
    int avoid(int thread, int cpu);

    /**
     * Keeps the pages of this process in memory.
     *
     * @param populate whether to load all pages now; else each is kept from its first use on
     * @return 0 or an error number
     */
    int lockMemory(boolean populate);

    /**
     * How late the system may end the sleep of a thread without real-time priority.
     *
     * @param ns 1 or more
     * @return 0 or an error number
     */
    int timerSlack(long ns);

    /**
     * Names the calling thread for ps and top.
     *
     * @param name at most 15 bytes are kept
     * @return 0 or an error number
     */
    int nameThread(String name);

    /**
     * Sends a datagram to a socket of the service manager; never waits.
     *
     * @param socket path of the socket, or @ and an abstract name
     * @param message what to say
     * @return 0 or an error number
     */
    int notify(String socket, String message);

    /**
     * Length of an extended attribute of a file, as access lists are kept in; symbolic links are not followed.
     *
     * @param path the file
     * @param name the attribute's name
     * @return bytes, negative when there is none, or it cannot be known
     */
    long attributeBytes(String path, String name);

    /**
     * Sleeps until a moment of the monotonic clock; returns at once when it is over. A signal ends the sleep early.
     *
     * @param dueNs moment, ns
     * @return 0 or an error number
     */
    int sleepUntil(long dueNs);

    /**
     * The monotonic clock that {@link #sleepUntil} goes by.
     *
     * @return ns, negative when there is none
     */
    long monotonicNs();

    /**
     * The calls of the machine this runs on.
     *
     * @return calls that all fail with {@link Errno#ENOSYS} on systems other than Linux
     */
    static Syscalls ofThisMachine() {
        return "Linux".equals(System.getProperty("os.name")) ? new LinuxSyscalls() : new NoSyscalls();
    }
}
