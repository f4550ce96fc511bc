import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;
import org.slf4j.LoggerFactory;

/// Writes the Java classes for the tables: runs the migrations on an empty database in memory and reads what they
/// made. Started by the build in the JDK of the product, because the generator does not run on the JDK of Maven.
/// Does nothing while the migrations are the same, so that nothing is compiled again.
///
/// Arguments: the folder of the migrations, the folder to write to.
final class Jooq {
    private static final String URL = "jdbc:h2:mem:house;DB_CLOSE_DELAY=-1";

    public static void main(String[] arguments) throws Exception {
        Path migrations = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        Path stamp = target.resolve("migrations.sha256");
        String now = checksum(migrations);
        if (Files.exists(stamp) && Files.readString(stamp).equals(now)) return;

        clear(target);
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        LogManager.getLogManager().reset();
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) logs.getLogger("ROOT").setLevel(Level.WARN);
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        try (var open = DriverManager.getConnection(URL)) {
            Flyway.configure()
                    .dataSource(URL, "", "")
                    .locations("filesystem:" + migrations)
                    .placeholders(Map.of("blob", "blob"))
                    .load()
                    .migrate();
            GenerationTool.generate(configuration(target));
        }
        Files.writeString(stamp, now);
    }

    private static Configuration configuration(Path target) {
        return new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc().withDriver("org.h2.Driver").withUrl(URL))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withInputSchema("PUBLIC")
                                .withOutputSchemaToDefault(true)
                                .withExcludes("(?i)flyway_.*")
                                .withForcedTypes(new ForcedType().withName("INSTANT").withIncludeTypes("(?i)timestamp.*zone")))
                        .withGenerate(new Generate().withImplicitJoinPathsToOne(false).withImplicitJoinPathsToMany(false))
                        .withTarget(new Target().withPackageName("tldops.store.jooq").withDirectory(target.toString())));
    }

    /// Over the migrations and this program: a change of either writes the classes anew.
    private static String checksum(Path migrations) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        List<Path> files;
        try (Stream<Path> found = Files.list(migrations)) {
            files = found.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
        }
        for (Path file : files) {
            digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        String source = System.getProperty("jdk.launcher.sourcefile");
        if (source != null) digest.update(Files.readAllBytes(Path.of(source)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
            }
        }
        Files.createDirectories(folder);
    }
}
