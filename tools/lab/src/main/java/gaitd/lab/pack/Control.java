package gaitd.lab.pack;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/**
 * Control files of a Debian package.
 *
 * @param version of the program
 * @param timeS time of the build, s since 1970
 */
record Control(String version, long timeS) {
    private static final String MAINTAINER = "gaitd maintainers <maintainers@gaitd.invalid>";

    String fields(final Architecture architecture, final long installedKib) {
        return """
                Package: gaitd
                Version: %s
                Architecture: %s
                Maintainer: %s
                Installed-Size: %d
                Depends: adduser, libc6
                Recommends: openjdk-25-jre-headless | temurin-25-jre | temurin-25-jdk | openjdk-25-jdk-headless
                Suggests: rt-tests, libmujoco2.2.2
                Section: science
                Priority: optional
                Description: controller of the Unitree A1 quadruped robot
                 Runs the control loop of a walking robot at a fixed rate, without pauses,
                 beside a companion that records and shows it and a learner that adapts
                 its policy. Brings a simulated robot that speaks the real one's protocol.
                 .
                 Needs Java 25, which it looks for in /usr/lib/jvm. Starts nothing by
                 itself: see /usr/share/doc/gaitd/operations.md.
                """.formatted(version, architecture.debianName(), MAINTAINER, installedKib);
    }

    String labFields(final Architecture architecture, final long installedKib) {
        return """
                Package: gaitd-lab
                Version: %s
                Architecture: %s
                Maintainer: %s
                Installed-Size: %d
                Depends: gaitd (= %s)
                Recommends: libfontconfig1, libfreetype6, libharfbuzz0b
                Suggests: libmujoco2.2.2
                Section: science
                Priority: optional
                Description: training, evaluation and benchmarks of the gaitd controller
                 Adds commands to gaitd: training and evaluation of policies, pictures of
                 policies, terrains and learning curves, imports, and benchmarks. A robot
                 does not need it.
                """.formatted(version, architecture.debianName(), MAINTAINER, installedKib, version);
    }

    /** Configuration files, which an upgrade keeps: all under /etc. */
    static String conffiles(final FileTree tree) {
        final StringBuilder text = new StringBuilder();
        for (final Entry entry : tree.entries()) {
            if (entry.path().startsWith("etc/") && !entry.isFolder()) {
                text.append('/').append(entry.path()).append('\n');
            }
        }
        return text.toString();
    }

    static String md5sums(final FileTree tree) {
        final StringBuilder text = new StringBuilder();
        for (final Entry entry : tree.entries()) {
            if (!entry.isFolder() && !entry.isLink() && !entry.path().startsWith("etc/")) {
                text.append(md5(entry.content()))
                        .append("  ")
                        .append(entry.path())
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static String md5(final byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    String changelog(final Part part) {
        return """
                %s (%s) stable; urgency=medium

                  * See README.md for what this version does.

                 -- %s  %s
                """.formatted(
                        part.packageName(),
                        version,
                        MAINTAINER,
                        DateTimeFormatter.RFC_1123_DATE_TIME
                                .format(Instant.ofEpochSecond(timeS).atOffset(ZoneOffset.UTC))
                                .replace("GMT", "+0000"));
    }

    String copyright() {
        return """
                Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
                Upstream-Name: gaitd

                Files: *
                Copyright: 2026 gaitd contributors
                License: Apache-2.0
                 On Debian systems the full text of the Apache License, version 2.0, is in
                 /usr/share/common-licenses/Apache-2.0.
                Comment:
                 The jars in /usr/lib/gaitd/lib that do not begin with gaitd- are libraries
                 of others; each holds its own licence under META-INF, but for Java-WebSocket,
                 whose licence gaitd-robot.jar holds under META-INF/licenses.
                """;
    }
}
