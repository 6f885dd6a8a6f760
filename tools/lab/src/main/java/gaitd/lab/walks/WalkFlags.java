package gaitd.lab.walks;

import java.util.ArrayList;
import java.util.List;

/** Options of an evaluation that say which walks of robots it has: what has walks of its own, or no robot, takes none of them. */
public final class WalkFlags {
    private static final List<String> ALL = List.of(
            "--terrain",
            "--reward",
            "--distance",
            "--limit",
            "--vary",
            "--push",
            "--payload",
            "--weak",
            "--noise",
            "--case",
            "--apart",
            "--fault",
            "--vx",
            "--vy",
            "--yaw");

    private WalkFlags() {}

    /**
     * All of them, and more.
     *
     * @param others added
     * @return names with their dashes
     */
    public static List<String> and(final String... others) {
        final List<String> all = new ArrayList<>(ALL);
        all.addAll(List.of(others));
        return List.copyOf(all);
    }
}
