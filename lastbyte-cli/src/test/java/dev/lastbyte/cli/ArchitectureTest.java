// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Who may use whom, held over the whole house: this module sees all others. */
class ArchitectureTest {

  private static final JavaClasses MAIN_CLASSES = MainClasses.ALL;

  private static final String[] PURE = {
    "dev.lastbyte.core.hint..",
    "dev.lastbyte.core.facts..",
    "dev.lastbyte.core.diagnosis..",
    "dev.lastbyte.core.recovery..",
    "dev.lastbyte.core.session.."
  };

  @Test
  void everyModuleIsAnalysed() {
    for (String module :
        new String[] {
          "core", "harness", "wire", "report", "store", "imports", "gateway", "scoreboard", "cli"
        }) {
      assertThat(MAIN_CLASSES.that(resideInAPackage("dev.lastbyte." + module + ".."))).isNotEmpty();
    }
  }

  @Test
  void coreUsesNothingButTheJdk() {
    classes()
        .that()
        .resideInAPackage("dev.lastbyte.core..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.lastbyte.core..", "java..", "org.jspecify..")
        .check(MAIN_CLASSES);
  }

  @Test
  void theHarnessUsesNoOtherModule_soThatItCannotShareTheDiagnosisMistakes() {
    classes()
        .that()
        .resideInAPackage("dev.lastbyte.harness..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.lastbyte.harness..", "java..", "javax..", "org.jspecify..")
        .orShould()
        .resideInAnyPackage("dev.lastbyte.harness.tls", "dev.lastbyte.harness.file")
        .check(MAIN_CLASSES);
  }

  @Test
  void onlyTheHarnessCertificatesUseBouncyCastle() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.lastbyte.harness.tls")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.bouncycastle..")
        .check(MAIN_CLASSES);
  }

  @Test
  void onlyTheHarnessFilesUseYaml() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.lastbyte.harness.file")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.snakeyaml..")
        .check(MAIN_CLASSES);
  }

  @Test
  void theHarnessFilesUseNothingOfOursButTheHarness() {
    noClasses()
        .that()
        .resideInAPackage("dev.lastbyte.harness.file")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.lastbyte.core..", "dev.lastbyte.report..", "dev.lastbyte.wire..")
        .check(MAIN_CLASSES);
  }

  @Test
  void modulesUseOnlyModulesBelowThem() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("core")
        .definedBy("dev.lastbyte.core..")
        .layer("harness")
        .definedBy("dev.lastbyte.harness..")
        .layer("wire")
        .definedBy("dev.lastbyte.wire..")
        .layer("report")
        .definedBy("dev.lastbyte.report..")
        .layer("store")
        .definedBy("dev.lastbyte.store..")
        .layer("imports")
        .definedBy("dev.lastbyte.imports..")
        .layer("gateway")
        .definedBy("dev.lastbyte.gateway..")
        .layer("scoreboard")
        .definedBy("dev.lastbyte.scoreboard..")
        .layer("cli")
        .definedBy("dev.lastbyte.cli..")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("scoreboard")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("gateway")
        .mayOnlyBeAccessedByLayers("scoreboard", "cli")
        .whereLayer("harness")
        .mayOnlyBeAccessedByLayers("scoreboard", "cli")
        .whereLayer("imports")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("store")
        .mayOnlyBeAccessedByLayers("gateway", "scoreboard", "cli")
        .whereLayer("wire")
        .mayOnlyBeAccessedByLayers("gateway", "imports")
        .whereLayer("report")
        .mayOnlyBeAccessedByLayers("store", "gateway", "scoreboard", "cli")
        .check(MAIN_CLASSES);
  }

  @Test
  void withinCore_eventsAreBelowLogsBelowFactsBelowDiagnosisBelowRecovery() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("privacy")
        .definedBy("dev.lastbyte.core.privacy..")
        .layer("event")
        .definedBy("dev.lastbyte.core.event..")
        .layer("log")
        .definedBy("dev.lastbyte.core.log..")
        .layer("hint")
        .definedBy("dev.lastbyte.core.hint..")
        .layer("facts")
        .definedBy("dev.lastbyte.core.facts..")
        .layer("diagnosis")
        .definedBy("dev.lastbyte.core.diagnosis..")
        .layer("recovery")
        .definedBy("dev.lastbyte.core.recovery..")
        .layer("session")
        .definedBy("dev.lastbyte.core.session..")
        .whereLayer("session")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("recovery")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("diagnosis")
        .mayOnlyBeAccessedByLayers("recovery", "session")
        .whereLayer("facts")
        .mayOnlyBeAccessedByLayers("diagnosis", "recovery", "session")
        .whereLayer("hint")
        .mayOnlyBeAccessedByLayers("facts", "diagnosis")
        .whereLayer("log")
        .mayOnlyBeAccessedByLayers("facts", "diagnosis", "recovery", "session")
        .whereLayer("event")
        .mayOnlyBeAccessedByLayers("log", "hint", "facts", "diagnosis", "recovery", "session")
        .whereLayer("privacy")
        .mayOnlyBeAccessedByLayers(
            "event", "log", "hint", "facts", "diagnosis", "recovery", "session")
        .check(MAIN_CLASSES);
  }

  @Test
  void withinGateway_noPackageUsesTheOptionsOnTop() {
    noClasses()
        .that()
        .resideInAPackage("dev.lastbyte.gateway.*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.lastbyte.gateway")
        .check(MAIN_CLASSES);
  }

  @Test
  void withinGateway_exchangesAreAboveConnectionsAboveRunsAboveCorrelation() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("transport")
        .definedBy("dev.lastbyte.gateway.transport")
        .layer("local")
        .definedBy("dev.lastbyte.gateway.local")
        .layer("coding")
        .definedBy("dev.lastbyte.gateway.coding")
        .layer("http2")
        .definedBy("dev.lastbyte.gateway.http2")
        .layer("security")
        .definedBy("dev.lastbyte.gateway.security")
        .layer("correlation")
        .definedBy("dev.lastbyte.gateway.correlation")
        .layer("recording")
        .definedBy("dev.lastbyte.gateway.recording")
        .layer("upstream")
        .definedBy("dev.lastbyte.gateway.upstream")
        .layer("websocket")
        .definedBy("dev.lastbyte.gateway.websocket")
        .layer("exchange")
        .definedBy("dev.lastbyte.gateway.exchange")
        .layer("admin")
        .definedBy("dev.lastbyte.gateway.admin")
        .layer("client")
        .definedBy("dev.lastbyte.gateway.client")
        .layer("gateway")
        .definedBy("dev.lastbyte.gateway")
        .whereLayer("client")
        .mayOnlyBeAccessedByLayers("gateway")
        .whereLayer("admin")
        .mayOnlyBeAccessedByLayers("client", "gateway")
        .whereLayer("exchange")
        .mayOnlyBeAccessedByLayers("client", "gateway")
        .whereLayer("websocket")
        .mayOnlyBeAccessedByLayers("exchange")
        .whereLayer("upstream")
        .mayOnlyBeAccessedByLayers("exchange", "client", "gateway")
        .whereLayer("recording")
        .mayOnlyBeAccessedByLayers(
            "upstream", "websocket", "exchange", "admin", "client", "gateway")
        .whereLayer("correlation")
        .mayOnlyBeAccessedByLayers("recording", "websocket", "exchange", "admin")
        .whereLayer("security")
        .mayOnlyBeAccessedByLayers("upstream", "client", "gateway")
        .whereLayer("http2")
        .mayOnlyBeAccessedByLayers("upstream", "client")
        .whereLayer("coding")
        .mayOnlyBeAccessedByLayers("gateway")
        .whereLayer("local")
        .mayOnlyBeAccessedByLayers("security", "exchange", "admin", "client")
        .whereLayer("transport")
        .mayOnlyBeAccessedByLayers("upstream", "websocket", "exchange", "client", "gateway")
        .check(MAIN_CLASSES);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching("dev.lastbyte.(**)").should().beFreeOfCycles().check(MAIN_CLASSES);
  }

  @Test
  void mainCodeKnowsNoTestCode() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.junit..", "org.assertj..")
        .check(MAIN_CLASSES);
  }

  @Test
  void onlyTheCommandUsesTheScoreboardModule() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.lastbyte.scoreboard..", "dev.lastbyte.cli.scoreboard")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.lastbyte.scoreboard..")
        .check(MAIN_CLASSES);
  }

  @Test
  void diagnosisReadsNoClockAndNoRandomness() {
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Random.class, ThreadLocalRandom.class, Thread.class)
        .check(MAIN_CLASSES);
  }

  @Test
  void onlyTheCommandPrintsOrEndsTheProcess() {
    JavaClasses below = MAIN_CLASSES.that(not(resideInAPackage("dev.lastbyte.cli..")));
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(below);
  }

  @Test
  void noClassLogs_sinceALogLineCanLeakContent() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Lastbyte.class.getName()) // it silences a library
        .should()
        .dependOnClassesThat(
            resideOutsideOfPackages("dev.lastbyte..")
                .and(
                    resideInAPackage("java.util.logging..")
                        .or(resideInAPackage("org.slf4j.."))
                        .or(resideInAPackage("io.netty.util.internal.logging.."))))
        .check(MAIN_CLASSES);
  }

  @Test
  void classNamesAvoidVagueSuffixes() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .haveSimpleNameStartingWith("Abstract")
        .check(MAIN_CLASSES);
  }
}
