package tldops;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The rules between the rooms of the house, for any root package, so that a planted house can show
/// that they bite.
final class HouseRules {
    /// What a room may use beside itself and the JDK: rooms by their names, libraries by their
    /// packages.
    static final Map<String, List<String>> TABLE =
            Map.ofEntries(
                    Map.entry("letters", List.of("core", "freemarker.")),
                    Map.entry(
                            "mail",
                            List.of(
                                    "core",
                                    "jakarta.",
                                    "org.eclipse.angus.",
                                    "org.simplejavamail.",
                                    "com.google.i18n.phonenumbers.",
                                    "org.jsoup.",
                                    "ezvcard.",
                                    "org.apache.james.jdkim.")),
                    Map.entry(
                            "trust",
                            List.of(
                                    "core",
                                    "mail",
                                    "org.apache.james.jdkim.",
                                    "org.apache.james.jspf.",
                                    "org.xbill.DNS.",
                                    "com.ibm.icu.",
                                    "org.bouncycastle.",
                                    "org.pgpainless.")),
                    Map.entry("iana", List.of("core", "com.fasterxml.jackson.")),
                    Map.entry("calendar", List.of("core", "de.focus_shift.")),
                    Map.entry(
                            "store",
                            List.of(
                                    "core",
                                    "org.jooq.",
                                    "org.flywaydb.",
                                    "com.zaxxer.hikari.",
                                    "com.fasterxml.jackson.")),
                    Map.entry("intake", List.of("core", "jakarta.", "org.eclipse.angus.", "org.subethamail.")),
                    Map.entry("post", List.of("core", "store", "jakarta.", "org.eclipse.angus.")),
                    Map.entry("clock", List.of("org.quartz.")),
                    Map.entry("rehearsal", List.of("core")),
                    Map.entry(
                            "web",
                            List.of(
                                    "core",
                                    "com.sun.net.httpserver.",
                                    "org.eclipse.jetty.",
                                    "ezvcard.",
                                    "com.fasterxml.jackson.",
                                    "freemarker.",
                                    "com.password4j.",
                                    "io.micrometer.",
                                    "com.google.zxing.")),
                    Map.entry("cli", List.of("*", "picocli.", "com.fasterxml.jackson.")));

    /// The log, and the marks for what may be absent.
    private static final List<String> EVERYWHERE =
            List.of("org.slf4j.", "org.jspecify.", "java.", "javax.", "jdk.net.");

    /// Values of the JDK; everything that knows the outside world is missing.
    private static final List<String> CORE =
            List.of("java.util.", "java.time.", "java.nio.charset.", "java.lang.", "org.jspecify.");

    private static final Set<String> CORE_CLASSES =
            Set.of(
                    "java.net.IDN",
                    "java.security.MessageDigest",
                    "java.security.NoSuchAlgorithmException",
                    "java.security.GeneralSecurityException",
                    "java.io.Serializable");
    private static final List<String> NOT_CORE =
            List.of(
                    "java.util.logging.",
                    "java.util.concurrent.",
                    "java.util.zip.",
                    "java.util.jar.",
                    "java.util.prefs.",
                    "java.util.random.",
                    "java.util.Timer",
                    "java.util.Random",
                    "java.util.Scanner",
                    "java.util.SplittableRandom",
                    "java.time.Clock",
                    "java.lang.Thread",
                    "java.lang.Process",
                    "java.lang.Runtime",
                    "java.lang.reflect.");

    private static final List<String> SUFFIXES =
            List.of("Impl", "Util", "Utils", "Helper", "Manager", "Service", "Context", "Handler");

    private HouseRules() {}

    static ArchRule mayUseOnly(String root, String room, List<String> allowed) {
        return noClasses()
                .that()
                .resideInAPackage(root + "." + room + "..")
                .should()
                .dependOnClassesThat(
                        describe(
                                "stand outside " + allowed,
                                target -> !mayUse(root, room, allowed, plain(target))))
                .allowEmptyShould(true);
    }

    private static boolean mayUse(String root, String room, List<String> allowed, String target) {
        if (!target.contains(".") || starts(target, EVERYWHERE)) return true;
        if (target.startsWith(root + ".")) {
            return allowed.contains("*")
                    || Stream.concat(Stream.of(room), allowed.stream())
                            .anyMatch(each -> target.startsWith(root + "." + each + "."));
        }
        return starts(target, allowed);
    }

    static ArchRule coreKnowsOnlyValues(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".core..")
                .should()
                .dependOnClassesThat(
                        describe(
                                "are no values of the JDK",
                                target -> !coreValue(root, plain(target))));
    }

    private static boolean coreValue(String root, String target) {
        if (!target.contains(".")
                || target.startsWith(root + ".core.")
                || CORE_CLASSES.contains(target)) return true;
        return starts(target, CORE) && !starts(target, NOT_CORE);
    }

    static ArchRule coreAsksNeitherClockNorChance(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".core..")
                .should()
                .accessTargetWhere(
                        describe("ask for the time, for chance or for the system", HouseRules::impure));
    }

    private static boolean impure(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getName();
        String name = target.getName();
        return owner.startsWith("java.time.") && name.equals("now")
                || owner.equals("java.lang.System") && !name.equals("arraycopy")
                || owner.equals("java.lang.Math") && name.equals("random")
                || owner.equals("java.util.UUID") && name.equals("randomUUID")
                || owner.equals("java.util.Collections") && name.equals("shuffle")
                || owner.equals("java.time.ZoneId") && name.equals("systemDefault")
                || owner.equals("java.util.Locale") && name.equals("getDefault");
    }

    static ArchRule noEmptyNames(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .haveNameMatching(".*[.$]?\\w*(" + String.join("|", SUFFIXES) + ")");
    }

    static ArchRule noInterfaceWithOneImplementation(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .areInterfaces()
                .should(
                        new ArchCondition<>(
                                "have more than one implementation, be functional or be sealed") {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                long implementations =
                                        type.getAllSubclasses().stream()
                                                .filter(each -> !each.isInterface())
                                                .count();
                                long open =
                                        type.getMethods().stream()
                                                .filter(method ->
                                                        method.getModifiers()
                                                                .contains(JavaModifier.ABSTRACT))
                                                .count();
                                boolean lonely =
                                        implementations == 1
                                                && open != 1
                                                && !type.reflect().isSealed()
                                                && !type.isAnnotation();
                                if (lonely)
                                    events.add(
                                            SimpleConditionEvent.violated(
                                                    type,
                                                    type.getName() + " has one implementation"));
                            }
                        })
                .allowEmptyShould(true);
    }

    static ArchRule noInheritance(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .areNotEnums()
                .and(
                        describe(
                                "are no constants of an enum",
                                type ->
                                        !type.getRawSuperclass()
                                                .map(JavaClass::isEnum)
                                                .orElse(false)))
                .should(
                        new ArchCondition<>("extend a class of ours") {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                boolean ours =
                                        type.getRawSuperclass()
                                                .map(above ->
                                                        above.getPackageName().startsWith(root))
                                                .orElse(false);
                                events.add(
                                        new SimpleConditionEvent(
                                                type,
                                                ours,
                                                type.getName()
                                                        + " extends "
                                                        + type.getRawSuperclass()
                                                                .map(JavaClass::getName)
                                                                .orElse("nothing")));
                            }
                        });
    }

    private static String plain(JavaClass type) {
        return type.getBaseComponentType().getName();
    }

    private static boolean starts(String name, List<String> prefixes) {
        return prefixes.stream()
                .anyMatch(prefix -> prefix.contains(".") && name.startsWith(prefix));
    }
}
