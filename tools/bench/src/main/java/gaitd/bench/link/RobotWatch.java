package gaitd.bench.link;

import gaitd.runtime.config.Refusal;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the simulated robot what it does, on its own computer, not over the link. Used by one thread. */
final class RobotWatch implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("steered by lines to udp://127.0.0.1:([0-9]+)");
    private static final int LONGEST_BYTES = 4096;
    private static final int PATIENCE_MS = 2_000;

    private final DatagramSocket socket;
    private final DatagramPacket answer = new DatagramPacket(new byte[LONGEST_BYTES], LONGEST_BYTES);

    /** Finds the robot by what its process printed. */
    RobotWatch(final LinkLab lab, final String said) throws IOException, InterruptedException {
        final Matcher port = PORT.matcher(said);
        if (!port.find()) {
            throw new Refusal("the simulated robot does not say how it is steered: " + said.strip());
        }
        socket = lab.onRobot(DatagramSocket::new);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port.group(1))));
        socket.setSoTimeout(PATIENCE_MS);
    }

    /** Whether a command is in force; if not, its drives damp. */
    boolean isCommanded() throws IOException {
        return ask("state").contains("\"commanded\":true");
    }

    /** Does what a person does with a robot that sank to the ground. */
    void layFlat() throws IOException {
        ask("reset lying");
    }

    private String ask(final String line) throws IOException {
        final byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(bytes, bytes.length));
        answer.setLength(LONGEST_BYTES);
        socket.receive(answer);
        return new String(answer.getData(), 0, answer.getLength(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        socket.close();
    }
}
