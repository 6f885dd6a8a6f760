package gaitd.bench.link;

import gaitd.runtime.config.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A network of its own for one thread and for the processes that it starts.
 *
 * <p>It has no name: it is gone with its interfaces as soon as this thread, those processes and the sockets opened in it are, so that
 * nothing is left behind even when this process is killed.
 */
final class NetworkNamespace implements AutoCloseable {
    private static final int CLONE_NEWNET = 0x40000000;
    private static final Path NO_IPV6 = Path.of("/proc/sys/net/ipv6/conf/default/disable_ipv6");

    private final ExecutorService thread;
    private final String path;

    /**
     * Makes one with nothing but a loopback that is down.
     *
     * @param name of its thread
     * @throws Refusal when this process may not
     */
    NetworkNamespace(final String name) throws IOException, InterruptedException {
        thread = Executors.newSingleThreadExecutor(work -> {
            final Thread made = new Thread(work, name);
            made.setDaemon(true);
            return made;
        });
        try {
            path = inside(NetworkNamespace::enter);
        } catch (final IOException e) {
            close();
            throw new Refusal(
                    "the kernel grants no network namespace (" + e.getMessage()
                            + "): expected root; run it with sudo, or in a user namespace: unshare --map-root-user ./gaitd bench link",
                    e);
        }
    }

    private static String enter() throws IOException {
        KernelCalls.unshare(CLONE_NEWNET);
        if (Files.exists(NO_IPV6)) {
            Files.writeString(NO_IPV6, "1");
        }
        return "/proc/" + Files.readSymbolicLink(Path.of("/proc/thread-self")) + "/ns/net";
    }

    /** Lets its thread run ahead of ordinary work, where that is granted; processes that it starts do not. */
    void hasten(final int priority) throws IOException, InterruptedException {
        inside(() -> {
            final String task = Files.readSymbolicLink(Path.of("/proc/thread-self"))
                    .getFileName()
                    .toString();
            return new ProcessBuilder("chrt", "--fifo", "--reset-on-fork", "--pid", Integer.toString(priority), task)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        });
    }

    /** Where other tools find it while it is there. */
    String path() {
        return path;
    }

    /** Does something in this network: opens a socket, starts a process. */
    <T> T inside(final Callable<T> work) throws IOException, InterruptedException {
        try {
            return thread.submit(work).get();
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof final IOException refused) {
                throw refused;
            }
            if (e.getCause() instanceof final RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /**
     * Has {@code ip} carry out commands.
     *
     * @param lines without the word ip
     * @throws Refusal in the words of {@code ip} when one is refused, or when there is no such program
     */
    void ip(final String... lines) throws IOException, InterruptedException {
        final String said = inside(() -> batch(List.of(lines)));
        if (!said.isEmpty()) {
            throw new Refusal("the kernel has no virtual interface for this (" + said
                    + "): expected veth pairs; load the module veth, or use a kernel that has it");
        }
    }

    private static String batch(final List<String> lines) throws IOException, InterruptedException {
        final Process ip;
        try {
            ip = new ProcessBuilder("ip", "-batch", "-")
                    .redirectErrorStream(true)
                    .start();
        } catch (final IOException e) {
            throw new Refusal("there is no program ip here: expected iproute2; sudo apt install iproute2", e);
        }
        ip.getOutputStream().write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        ip.getOutputStream().close();
        final String said = new String(ip.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return ip.waitFor() == 0 ? "" : said.lines().findFirst().orElse("ip printed nothing");
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
