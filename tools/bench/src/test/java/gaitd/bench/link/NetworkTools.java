package gaitd.bench.link;

import java.io.IOException;

/** Whether this machine lets a test make networks. */
final class NetworkTools {
    static final String WHY_NOT = "networks of their own want root and iproute2";

    private NetworkTools() {}

    static boolean are() throws InterruptedException {
        try {
            final Process tried = new ProcessBuilder("unshare", "--net", "ip", "link", "add", "type", "veth")
                    .redirectErrorStream(true)
                    .start();
            return tried.waitFor() == 0;
        } catch (final IOException e) {
            return false;
        }
    }
}
