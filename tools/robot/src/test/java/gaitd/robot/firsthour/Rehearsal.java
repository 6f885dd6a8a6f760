package gaitd.robot.firsthour;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.PortCounters;
import gaitd.hal.RemoteButton;
import gaitd.hal.RobotPort;
import gaitd.hal.Sensed;
import gaitd.robot.host.PacedRobot;
import gaitd.robot.world.World;
import gaitd.runtime.config.Config;
import gaitd.sim.robot.LockstepPort;
import gaitd.sim.robot.SimulatedA1;
import gaitd.sim.terrain.Terrain;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;

/** A simulated robot that hangs, whose wiring can be changed, and a person who does as asked, in simulated time. */
final class Rehearsal implements Person, RobotPort, AutoCloseable {
    private static final World WORLD = new World(Terrain.FLAT, 1, null);

    final SimulatedA1 robot = WORLD.robot(new Config.Builder().conclude());
    final List<String> told = new ArrayList<>();
    /** Changes what the robot reports. */
    Consumer<Sensed> reports = sensed -> {};
    /** Changes what the robot obeys. */
    Consumer<JointCommands> obeys = commands -> {};
    /** What the person answers to a step that went wrong. */
    String afterWrong = "q";
    /** What the person answers when asked what was seen. */
    String seen = "y";
    /** A joint that the person leads in place of the one asked for; -1 for none. */
    int leadsInstead = -1;

    private final LockstepPort port = new LockstepPort(robot, 2_000_000);
    private final Queue<Runnable> acts = new ArrayDeque<>();
    private final JointCommands given = new JointCommands();
    private byte[] remote = new byte[40];
    private double untilS;
    private String answer;

    Rehearsal() {
        robot.lying(1);
        robot.sling().hang();
        robot.setRemote(wire -> System.arraycopy(remote, 0, wire, 0, wire.length));
    }

    HourReport run(final HourPart... parts) {
        final Set<HourPart> asked = parts.length == 0 ? EnumSet.allOf(HourPart.class) : EnumSet.copyOf(List.of(parts));
        try (PacedRobot paced = new PacedRobot(this, new Config.Builder().conclude(), this::clock)) {
            return new FirstHour(asked, new HungRobot(paced, "the robot", () -> false), this, report -> {}).run();
        }
    }

    /** Simulated time: a cycle moves it on by as much as a cycle takes, so that nobody waits. */
    private long clock() {
        return Math.round(1e9 * robot.timeS());
    }

    String wrong() {
        return told.stream()
                .filter(line -> line.startsWith("    WRONG: "))
                .reduce((a, b) -> b)
                .orElse("nothing is wrong");
    }

    @Override
    public void tell(final String line) {
        told.add(line);
        answer = "";
        if (line.startsWith("    Nothing further")) {
            answer = afterWrong;
        } else if (line.startsWith("Did the")) {
            answer = seen;
        } else if (line.contains("right side down")) {
            then(1, () -> robot.sling().turn(0.35, 0, 0));
        } else if (line.contains("nose down by")) {
            then(1, () -> robot.sling().turn(0.35, 0.35, 0));
        } else if (line.contains("to its left by")) {
            then(1.5, () -> robot.sling().turn(0.35, 0.35, 0.5));
        } else if (line.startsWith("Swing") || line.contains(" knee until")) {
            lead(line);
        } else if (line.startsWith("Press your palm")) {
            final int leg = leg(line);
            then(0.2, () -> robot.hands().press(leg, 30));
            then(0.2, () -> robot.hands().press(leg, 0));
        } else if (line.startsWith("On the robot's remote")) {
            then(0.2, () -> remote = press(RemoteButton.B.bit, 0));
            then(0.2, () -> remote = press(0, 1));
            then(0.2, () -> remote = press(0, 0));
        }
    }

    private void lead(final String line) {
        final int leg = leg(line);
        final int kind = line.contains(" knee until") ? A1.CALF : line.contains("thigh") ? A1.THIGH : A1.HIP;
        final int joint = leadsInstead >= 0 ? leadsInstead : 3 * leg + kind;
        final double home = robot.truth().q[joint];
        final double first = switch (kind) {
            case A1.HIP -> 1.5 * A1.sideSign(leg);
            case A1.THIGH -> -2;
            default -> line.startsWith("Fold") ? -3.5 : 0;
        };
        lead(joint, home, first);
        final double second = kind == A1.HIP ? -first : kind == A1.THIGH ? home : -3.5 - first;
        lead(joint, first, second);
        lead(joint, second, home);
        then(0.1, () -> robot.hands().letGo(joint));
    }

    /** As long as it takes at a hand's speed, and a little. */
    private void lead(final int joint, final double fromRad, final double toRad) {
        final double travelRad = Math.abs(withinStops(joint, toRad) - withinStops(joint, fromRad));
        then(0.5 + 1.3 * travelRad, () -> robot.hands().lead(joint, withinStops(joint, toRad), robot.truth().q[joint]));
    }

    /** A little beyond the stop, so that it is reached. */
    private static double withinStops(final int joint, final double angleRad) {
        return Math.clamp(angleRad, A1.positionMinRad(joint) - 0.1, A1.positionMaxRad(joint) + 0.1);
    }

    private static int leg(final String line) {
        return (line.contains("rear") ? A1.RR : A1.FR) + (line.contains("left") ? 1 : 0);
    }

    private static byte[] press(final int buttons, final float forward) {
        return ByteBuffer.allocate(40)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(2, (short) buttons)
                .putFloat(20, forward)
                .put(39, (byte) 1)
                .array();
    }

    private void then(final double seconds, final Runnable act) {
        acts.add(act);
        acts.add(() -> untilS = robot.timeS() + seconds);
    }

    @Override
    public String typed() {
        if (robot.timeS() < untilS) {
            return null;
        }
        if (acts.isEmpty()) {
            return answer;
        }
        acts.remove().run();
        return null;
    }

    @Override
    public boolean isGone() {
        return false;
    }

    @Override
    public boolean receive(final Sensed out, final long nowNs) {
        final boolean fresh = port.receive(out, nowNs);
        if (fresh) {
            reports.accept(out);
        }
        return fresh;
    }

    @Override
    public boolean send(final JointCommands commands) {
        given.set(commands);
        obeys.accept(given);
        return port.send(given);
    }

    @Override
    public PortCounters counters() {
        return port.counters();
    }

    @Override
    public void close() {
        robot.close();
    }
}
