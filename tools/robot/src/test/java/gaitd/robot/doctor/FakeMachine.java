package gaitd.robot.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A made-up computer under a folder, at first one with nothing to fix: four cores, Debian, the last core isolated. */
final class FakeMachine {
    final Path root;
    private String architecture = "amd64";
    private long freeBytes = 10L << 30;

    FakeMachine(final Path root) {
        this.root = root;
        with("proc/version", "Linux version 6.12.0-rt-amd64 #1 SMP PREEMPT_RT Debian");
        with("proc/cmdline", "root=/dev/sda1 isolcpus=3");
        with("proc/sys/kernel/sched_rt_runtime_us", "950000");
        with("proc/sys/kernel/sched_rt_period_us", "1000000");
        limits("98", "unlimited");
        with("proc/self/status", "Name:\tjava\nCapEff:\t0000000000000000");
        with("usr/lib/systemd/system/gaitd-control.service", "[Service]\nLimitRTPRIO=98\nLimitMEMLOCK=infinity");
        with("sys/devices/system/cpu/online", "0-3");
        with("sys/devices/system/cpu/isolated", "3");
        with("sys/devices/system/cpu/nohz_full", "3");
        for (int core = 0; core < 4; core++) {
            with("sys/devices/system/cpu/cpu" + core + "/cpufreq/scaling_governor", "performance");
            idleState(core, 0, "POLL", 0);
            idleState(core, 1, "C1", 2);
        }
        interrupt(24, "eth0", "0-2", "1");
        with("sys/devices/system/clocksource/clocksource0/current_clocksource", "tsc");
        with("sys/devices/system/clocksource/clocksource0/available_clocksource", "tsc hpet acpi_pm");
        with("proc/swaps", "Filename\tType\tSize\tUsed\tPriority");
        with("sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never");
        with("sys/class/net/lo/operstate", "unknown");
        with("sys/class/net/eth0/operstate", "up");
        with("sys/class/net/eth0/device/vendor", "0x8086");
        route("eth0", "007BA8C0", "00FFFFFF");
        address("192.168.123.162");
        with("proc/meminfo", "MemTotal: 8000000 kB\nMemAvailable:    4000000 kB");
        with("usr/lib/jvm/temurin-25-jdk-amd64/release", "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"25.0.3\"");
        with("etc/os-release", "NAME=\"Debian\"\nID=debian");
        with("etc/default/grub", "GRUB_CMDLINE_LINUX=\"\"");
    }

    FakeMachine with(final String path, final String text) {
        try {
            final Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text + "\n");
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    FakeMachine without(final String path) {
        try (Stream<Path> files = Files.walk(root.resolve(path))) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    FakeMachine limits(final String priority, final String lockedMemory) {
        return with(
                "proc/self/limits",
                "Limit                     Soft Limit           Hard Limit           Units\n"
                        + "Max locked memory         %s %s bytes\n".formatted(lockedMemory, lockedMemory)
                        + "Max realtime priority     %s %s\n".formatted(priority, priority)
                        + "Max realtime timeout      unlimited            unlimited            us");
    }

    FakeMachine idleState(final int core, final int state, final String name, final int latencyUs) {
        final String folder = "sys/devices/system/cpu/cpu%d/cpuidle/state%d/".formatted(core, state);
        return with(folder + "name", name)
                .with(folder + "latency", "" + latencyUs)
                .with(folder + "disable", "0");
    }

    FakeMachine interrupt(final int number, final String device, final String allowed, final String effective) {
        final String folder = "proc/irq/" + number + "/";
        return with(folder + "smp_affinity_list", allowed)
                .with(folder + "effective_affinity_list", effective)
                .with(folder + device + "/spurious", "count 0");
    }

    FakeMachine route(final String device, final String destination, final String mask) {
        return with(
                "proc/net/route",
                "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\tMTU\tWindow\tIRTT\n"
                        + "wlan0\t00000000\t0102A8C0\t0003\t0\t0\t0\t00000000\t0\t0\t0\n"
                        + device + "\t" + destination + "\t00000000\t0001\t0\t0\t0\t" + mask + "\t0\t0\t0");
    }

    FakeMachine address(final String address) {
        return with(
                "proc/net/fib_trie",
                "Main:\n  +-- 0.0.0.0/0 3 0 5\n     |-- 127.0.0.1\n        /32 host LOCAL\n     |-- 192.168.123.0\n"
                        + "        /24 link UNICAST\n     |-- " + address + "\n        /32 host LOCAL");
    }

    FakeMachine arm() {
        architecture = "aarch64";
        return this;
    }

    FakeMachine free(final long mib) {
        freeBytes = mib << 20;
        return this;
    }

    Machine machine() {
        return new Machine(root, architecture, path -> freeBytes);
    }

    /** What the check of a name found on this machine. */
    Finding find(final String name) {
        return find(name, null, -1);
    }

    Finding find(final String name, final String networkInterface, final int core) {
        return new Checkup(machine(), networkInterface, core)
                .findings().stream()
                        .filter(finding -> finding.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    /** Checks what is found under a name: its verdict, and parts of what is and of how to fix it. */
    void expect(final String name, final CheckVerdict verdict, final String is, final String fix) {
        expect(find(name), verdict, is, fix);
    }

    static void expect(final Finding finding, final CheckVerdict verdict, final String is, final String fix) {
        assertEquals(verdict, finding.verdict(), finding::toString);
        assertTrue(finding.is().contains(is), finding::toString);
        assertTrue(finding.fix().contains(fix), finding::toString);
    }
}
