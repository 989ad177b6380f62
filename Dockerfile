# One image for each service, all from one build:
#   docker build --build-arg SERVICE=catalog-service --build-arg MAIN=dev.portolan.catalog.CatalogService .
FROM eclipse-temurin:25-jdk AS build
WORKDIR /portolan
COPY . .
# Nothing here depends on SERVICE, so that five images cause one build. Copied is what the class path
# of a service names and no more: the servers of local-stack, which Maven builds for the tests, come
# under other licences and belong into no image (see NOTICE).
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    services="ingestion-service catalog-service search-service scorecard-service gateway" \
    && ./mvnw -B -q -Dmaven.test.skip=true -Dformat.skip=true -pl "$(echo $services | tr ' ' ',')" -am package \
    && for service in $services; do \
         mkdir -p "/image/$service" \
         && cp $(tr ':' ' ' < "$service/target/runtime.classpath") "$service/target/$service"-*.jar "/image/$service/" \
         || exit 1; \
       done

FROM eclipse-temurin:25-jre
# curl for the health checks of docker-compose.yml: the base image has no HTTP client.
RUN apt-get update \
    && apt-get install -y --no-install-recommends curl \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --no-create-home portolan \
    && install -d -o 10001 /var/cache/portolan
ARG SERVICE
ARG MAIN
# Half of the memory for the heap: classes, compiled code, threads and Kafka's buffers want the rest.
ENV MAIN=${MAIN} \
    PORTOLAN_BIND_ADDRESS=0.0.0.0 \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError"
COPY --from=build /image/${SERVICE} /portolan/lib
USER 10001
WORKDIR /tmp
# exec: the service is process 1 and hears the signal that asks it to stop.
ENTRYPOINT ["/bin/sh", "-c", "exec java --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED -cp '/portolan/lib/*' \"$MAIN\""]
