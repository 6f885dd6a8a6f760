package gaitd.robot.doctor;

import java.util.List;
import java.util.Set;

/** Whether the robot's control board can be reached, and over a cable. */
final class NetworkCheck implements Check {
    private static final String NAME = "robot network";
    private static final String PREFIX = "192.168.123.";
    private static final String OWN = PREFIX + "162";
    /** Addresses of the robot's own computers. */
    private static final Set<String> TAKEN = Set.of(PREFIX + "10", PREFIX + "12", PREFIX + "161");

    private static final long BOARD = 0xC0A87B0AL;
    private static final String INTERFACES = "sys/class/net";
    private static final String SWITCHES = "proc/sys/net/ipv4/conf/";
    private static final String SHOULD = "an address in " + PREFIX + "0/24 on a cable, such as " + OWN;

    private final String chosen;

    /** With null the interface that leads to the robot is searched for. */
    NetworkCheck(final String chosen) {
        this.chosen = chosen;
    }

    @Override
    public Finding look(final Machine machine) {
        final List<String> all = machine.names(INTERFACES);
        if (chosen != null && !all.contains(chosen)) {
            return Finding.fail(
                    NAME, "there is no interface " + chosen, "one of " + String.join(", ", all), "ip -brief link");
        }
        final String routed = routed(machine);
        if (routed == null || (chosen != null && !chosen.equals(routed))) {
            final String device = chosen != null ? chosen : wired(machine, all);
            final String is = routed == null
                    ? "no interface has an address beside the robot's"
                    : "the robot is reached by " + routed + ", not by " + chosen;
            return Finding.fail(
                    NAME,
                    is,
                    SHOULD,
                    "sudo ip address add %s/24 dev %s && sudo ip link set %s up".formatted(OWN, device, device));
        }
        return judge(machine, routed);
    }

    private static Finding judge(final Machine machine, final String device) {
        final String address = address(machine);
        final String state =
                machine.text(INTERFACES + "/" + device + "/operstate").orElse("unknown: no state");
        final String is = device + " " + (address == null ? "unknown: no address" : address) + ", " + state;
        if (address != null && TAKEN.contains(address)) {
            return Finding.fail(
                    NAME,
                    is + ", an address of the robot itself",
                    SHOULD,
                    "sudo ip address del %s/24 dev %s && sudo ip address add %s/24 dev %s"
                            .formatted(address, device, OWN, device));
        }
        if (!state.equals("up")) {
            return Finding.fail(NAME, is, "up, with the cable plugged in", "sudo ip link set " + device + " up");
        }
        if (machine.exists(INTERFACES + "/" + device + "/wireless")
                || machine.exists(INTERFACES + "/" + device + "/phy80211")) {
            return Finding.warn(
                    NAME,
                    is + ", wireless",
                    "a cable: radio delays and loses states",
                    "sudo ip address add %s/24 dev %s".formatted(OWN, wired(machine, machine.names(INTERFACES))));
        }
        if (forgets(machine, "all") && forgets(machine, device)) {
            return Finding.warn(
                    NAME,
                    is + ", which forgets the robot's hardware address whenever the cable loses contact",
                    "that it is kept: asking for it again may take a second",
                    "sudo sysctl -w net.ipv4.conf.all.arp_evict_nocarrier=0");
        }
        return Finding.ok(NAME, is);
    }

    /** Older kernels have no such switch. */
    private static boolean forgets(final Machine machine, final String device) {
        return machine.text(SWITCHES + device + "/arp_evict_nocarrier")
                .orElse("")
                .strip()
                .equals("1");
    }

    /** The interface whose network holds the control board, null when there is none. */
    private static String routed(final Machine machine) {
        for (final String line : machine.lines("proc/net/route")) {
            final String[] field = line.split("\\s+", -1);
            if (field.length > 7 && field[1].matches("[0-9A-F]{8}") && field[7].matches("[0-9A-F]{8}")) {
                final long mask = address(field[7]);
                final boolean direct = field[2].equals("00000000");
                if (direct && mask != 0 && (BOARD & mask) == address(field[1])) {
                    return field[0];
                }
            }
        }
        return null;
    }

    /** The kernel prints addresses in the order of its memory: least byte first. */
    private static long address(final String hex) {
        return Integer.reverseBytes(Integer.parseUnsignedInt(hex, 16)) & 0xFFFF_FFFFL;
    }

    /** This machine's address in the robot's network, null when unknown. */
    private static String address(final Machine machine) {
        String last = "";
        for (final String line : machine.lines("proc/net/fib_trie")) {
            if (line.contains("|-- ")) {
                last = line.substring(line.indexOf("|-- ") + 4).strip();
            } else if (line.contains("/32 host LOCAL") && last.startsWith(PREFIX)) {
                return last;
            }
        }
        return null;
    }

    /** The first wired interface with a device. */
    private static String wired(final Machine machine, final List<String> all) {
        for (final String name : all) {
            final String folder = INTERFACES + "/" + name + "/";
            if (machine.exists(folder + "device") && !machine.exists(folder + "wireless")) {
                return name;
            }
        }
        return "eth0";
    }
}
