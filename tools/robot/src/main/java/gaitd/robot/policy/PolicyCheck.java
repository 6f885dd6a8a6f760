package gaitd.robot.policy;

import gaitd.policies.bundle.BundleCheck;
import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.BundleFinding;
import gaitd.policies.bundle.Networks;
import gaitd.policies.bundle.Trust;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.options.ConfigOption;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.report.Report;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Version;
import gaitd.runtime.policy.fit.PolicyFit;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a bundle and names every error. */
@Command(
        name = "check",
        description = "Checks a bundle as a run does: hashes, signature, manifest, joint order, rates, weights, golden"
                + " outputs, actions and their limits; prints everything that disagrees.",
        footer = {"", "Example: gaitd policy check trot.zip --require-key robot.pub"})
public final class PolicyCheck implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private ConfigOption config;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BUNDLE", description = "a folder or a zip")
    private Path bundle;

    @Option(names = "--require-key", paramLabel = "FILE.pub", description = "accept only bundles signed by this key")
    private Path requiredKey;

    /** Made by the command line. */
    public PolicyCheck() {}

    @Override
    public Integer call() {
        json.check();
        final Trust trust = PolicyFiles.trust(requiredKey);
        final Config robot = PolicyFiles.config(config.file);
        BundleCheck check;
        try {
            check = BundleCheck.of(PolicyFiles.read(bundle), trust, PolicyFit.robot(robot), Networks.FASTEST);
            if (check.bundle() != null) {
                PolicyFiles.checkFit(check.bundle(), robot);
            }
        } catch (final BundleException e) {
            check = new BundleCheck(null, List.of(new BundleFinding(bundle.toString(), e.getMessage())));
        }
        final PrintWriter out = spec.commandLine().getOut();
        final boolean pass = check.bundle() != null;
        check.findings().forEach(finding -> out.println("FAILED " + finding));
        if (pass) {
            out.printf(
                    "ok %s, %s, SHA-256 %s%n",
                    check.bundle().manifest().name(),
                    PolicyShow.signer(check.bundle()),
                    check.bundle().sha256());
        }
        json.write(new Report()
                .put("version", Version.TEXT)
                .put("bundle", bundle.toString())
                .put("pass", pass)
                .put("findings_count", check.findings().size())
                .put(
                        "findings",
                        check.findings().stream().map(BundleFinding::toString).toList())
                .put("sha256", pass ? check.bundle().sha256() : null));
        return pass ? ExitCode.OK : ExitCode.FAILED;
    }
}
