package gaitd.robot.firsthour;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A person who types lines on standard input, read by a thread of its own so that the robot is commanded meanwhile. */
final class TypedPerson implements Person {
    private final PrintWriter out;
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private volatile boolean ended;

    TypedPerson(final InputStream in, final PrintWriter out) {
        this.out = out;
        final Thread reader = new Thread(() -> read(in), "first-hour-input");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(final InputStream in) {
        try (BufferedReader typed = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = typed.readLine(); line != null; line = typed.readLine()) {
                lines.add(line.strip());
            }
        } catch (final IOException e) {
            // the same as its end
        }
        ended = true;
    }

    @Override
    public void tell(final String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public String typed() {
        return lines.poll();
    }

    @Override
    public boolean isGone() {
        return ended && lines.isEmpty();
    }
}
